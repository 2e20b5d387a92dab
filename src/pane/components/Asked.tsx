/** What the desk was asked: the answer when it is there, waiting or the failure until then. */
import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { FRAME } from '../../core/text/pane/frame-texts';
import type { Query } from '../hooks/desk-query';
import { describeError } from '../hooks/describe-error';
import { useLanguage } from '../hooks/language';
import { Wait } from './Wait';

export function Asked<T>({ query, children }: { readonly query: Query<T>; readonly children: (data: T) => React.ReactNode }): React.JSX.Element {
  const language = useLanguage();
  const { data, error, progress, fresh } = query;
  if (error !== null) {
    const { message, repair } = describeError(error, language);
    return (
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody><MessageBarTitle>{message}</MessageBarTitle>{repair}</MessageBarBody>
      </MessageBar>
    );
  }
  return (
    <>
      {fresh ? null : <Wait text={FRAME.busyWork} code={progress?.code ?? ''} done={progress?.done ?? 0} total={progress?.total ?? 0} />}
      {data === null ? null : children(data)}
    </>
  );
}
