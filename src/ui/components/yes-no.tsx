import { useMessages } from '../messages/messages-provider.tsx';
import { TwoChoice, type TwoChoiceProps } from './two-choice.tsx';

export type YesOrNo = 'yes' | 'no';

/** A yes and a no of the same size and weight, none chosen beforehand. */
export function YesNo(props: Omit<TwoChoiceProps<YesOrNo>, 'options'>) {
  const common = useMessages('common');
  return (
    <TwoChoice
      {...props}
      options={[
        { value: 'yes', label: common.yes },
        { value: 'no', label: common.no },
      ]}
    />
  );
}
