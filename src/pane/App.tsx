/** The pane: the frame around the pages, the theme and the language. */
import { FluentProvider } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import type { ExcelPorts, PanePorts, ProgramLook } from '../app/pane-ports';
import { LanguageContext } from './hooks/language';
import { PortsContext } from './hooks/ports-context';
import { DarkContext, SettingsContext, useDark, useSettingsState } from './hooks/settings';
import { Pane } from './Pane';
import { darkTheme, lightTheme } from './theme';

export function App({ ports }: { readonly ports: PanePorts }): React.JSX.Element {
  const control = useSettingsState(ports.settings);
  const around = useLook(ports.excel);
  const dark = useDark(control.settings, around.dark);
  const language = control.settings.language ?? around.language ?? (navigator.language.startsWith('zh') ? 'zh' : navigator.language.startsWith('en') ? 'en' : 'zh');
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
            <DarkContext value={dark}><Pane /></DarkContext>
          </FluentProvider>
        </LanguageContext>
      </SettingsContext>
    </PortsContext>
  );
}

const UNKNOWN: ProgramLook = { dark: null, language: null };

/** The look of the program around the pane, looked at again when it may have changed. */
function useLook(excel: ExcelPorts | null): ProgramLook {
  const [look, setLook] = useState(() => excel?.look() ?? UNKNOWN);
  useEffect(() => excel?.watchLook(() => setLook((known) => {
    const now = excel.look();
    return now.dark === known.dark && now.language === known.language ? known : now;
  })), [excel]);
  return look;
}
