/** 设置: language, appearance, the name beside findings, and what is kept where. */
import { Field, Input, Radio, RadioGroup, Text } from '@fluentui/react-components';
import type { Settings } from '../../../app/pane-ports';
import { EXCEL } from '../../../core/text/pane/excel-texts';
import { FRAME } from '../../../core/text/pane/frame-texts';
import { REVIEW } from '../../../core/text/pane/review-page-texts';
import { Page } from '../../components/Page';
import { useLanguage, useSay } from '../../hooks/language';
import { usePorts } from '../../hooks/ports-context';
import { useSettings } from '../../hooks/settings';

export function SettingsPage(): React.JSX.Element {
  const say = useSay();
  const language = useLanguage();
  const { version, excel } = usePorts();
  const { settings, change } = useSettings();
  return (
    <Page title={say(FRAME.settings)}>
      <Field label={say(FRAME.language)}>
        <RadioGroup value={language} onChange={(_, { value }) => change({ ...settings, language: value === 'en' ? 'en' : 'zh' })}>
          <Radio value="zh" label="简体中文" />
          <Radio value="en" label="English" />
        </RadioGroup>
      </Field>
      <Field label={say(FRAME.theme)}>
        <RadioGroup value={settings.theme ?? 'system'} onChange={(_, { value }) => change({ ...settings, theme: themeOf(value) })}>
          <Radio value="system" label={say(FRAME.themeSystem)} />
          <Radio value="light" label={say(FRAME.themeLight)} />
          <Radio value="dark" label={say(FRAME.themeDark)} />
        </RadioGroup>
      </Field>
      <Field label={say(REVIEW.name)} hint={say(REVIEW.nameHint)}>
        <Input autoComplete="name" value={settings.name} onChange={(_, { value }) => change({ ...settings, name: value })} />
      </Field>
      <Text size={200}>{say(excel === null ? FRAME.privacy : EXCEL.privacy)}</Text>
      <Text size={200}>{say(FRAME.product)} · {say(FRAME.standard)} · {say(FRAME.version, { version })}</Text>
    </Page>
  );
}

function themeOf(value: string): Settings['theme'] {
  return value === 'light' || value === 'dark' ? value : null;
}
