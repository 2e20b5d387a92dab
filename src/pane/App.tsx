/** The pane: the frame around the pages, the theme and the language. */
import { FluentProvider } from '@fluentui/react-components';
import { useEffect, useMemo } from 'react';
import type { PanePorts } from '../app/pane-ports';
import { LanguageContext } from './hooks/language';
import { PortsContext } from './hooks/ports-context';
import { SettingsContext, useDark, useSettingsState } from './hooks/settings';
import { Pane } from './Pane';
import { darkTheme, lightTheme } from './theme';

export function App({ ports }: { readonly ports: PanePorts }): React.JSX.Element {
  const control = useSettingsState(ports.settings);
  const dark = useDark(control.settings);
  const language = control.settings.language ?? (navigator.language.startsWith('zh') ? 'zh' : navigator.language.startsWith('en') ? 'en' : 'zh');
  const theme = useMemo(() => (dark ? darkTheme : lightTheme), [dark]);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
  }, [language, dark]);
  return (
    <PortsContext value={ports}>
      <SettingsContext value={control}>
        <LanguageContext value={language}>
          <FluentProvider theme={theme} applyStylesToPortals>
            <Pane />
          </FluentProvider>
        </LanguageContext>
      </SettingsContext>
    </PortsContext>
  );
}
