import {
  type ChangeEventHandler,
  type FocusEventHandler,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
} from 'react';
import { useAutofill } from './autofill.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';
import './two-choice.css';

export interface ChoiceOption<V extends string> {
  readonly value: V;
  readonly label: ReactNode;
}

export interface TwoChoiceProps<V extends string> {
  readonly name: string;
  readonly question: ReactNode;
  /** The question is already on the screen above, so it's only read out. */
  readonly hideQuestion?: boolean | undefined;
  readonly options: readonly [ChoiceOption<V>, ChoiceOption<V>];
  /** What was chosen earlier; leave out for someone who has not been asked. */
  readonly defaultValue?: V | undefined;
  /** What leaving it open means. */
  readonly note?: ReactNode;
  readonly disabled?: boolean | undefined;
  /** Called on a choice, and once at the start if one was made before the script ran. */
  readonly onChoose?: ((value: V) => void) | undefined;
  /** `ref`, `onChange`, `onBlur`: react-hook-form's `register(…)` can be spread in. `ref` is called with both radios. */
  readonly ref?: ((radio: HTMLInputElement | null) => void) | undefined;
  readonly onChange?: ChangeEventHandler<HTMLInputElement> | undefined;
  readonly onBlur?: FocusEventHandler<HTMLInputElement> | undefined;
}

/**
 * Two native radios of equal size and weight, side by side. They are uncontrolled: the browser holds the tick, so one
 * made before hydration stays.
 */
export function TwoChoice<V extends string>(props: TwoChoiceProps<V>) {
  const { name, question, hideQuestion, options, defaultValue, note, disabled, onChoose, ref, onChange, onBlur } =
    props;
  const noteId = useId();
  const autoComplete = useAutofill(undefined);
  const fieldset = useRef<HTMLFieldSetElement>(null);
  const choose = useRef(onChoose);
  useEffect(() => {
    choose.current = onChoose;
  }, [onChoose]);
  const [first, second] = options;
  const values = useRef([first.value, second.value]);
  useEffect(() => {
    const ticked = fieldset.current?.querySelector<HTMLInputElement>('input:checked');
    const early = values.current.find((value) => value === ticked?.value);
    if (early !== undefined) choose.current?.(early);
  }, []);
  // The ticked radio first: react-hook-form takes the group's value from the first it is given and unticks the rest.
  useLayoutEffect(() => {
    if (ref === undefined) return undefined;
    const radios = [...(fieldset.current?.querySelectorAll('input') ?? [])];
    for (const radio of radios.filter((each) => each.checked)) ref(radio);
    for (const radio of radios.filter((each) => !each.checked)) ref(radio);
    return () => ref(null);
  }, [ref]);
  const hasNote = note !== undefined && note !== null;
  return (
    <fieldset ref={fieldset} className="two-choice" disabled={disabled} aria-describedby={hasNote ? noteId : undefined}>
      <legend className="two-choice__question">
        {hideQuestion === true ? <VisuallyHidden>{question}</VisuallyHidden> : question}
      </legend>
      <div className="two-choice__pair">
        {options.map((option) => (
          <label key={option.value} className="two-choice__option">
            <input
              type="radio"
              autoComplete={autoComplete}
              name={name}
              value={option.value}
              defaultChecked={option.value === defaultValue}
              onChange={(event) => {
                onChange?.(event);
                onChoose?.(option.value);
              }}
              onBlur={onBlur}
            />
            <span className="two-choice__face" />
            <span className="two-choice__label">{option.label}</span>
          </label>
        ))}
      </div>
      {hasNote && (
        <p className="two-choice__note" id={noteId}>
          {note}
        </p>
      )}
    </fieldset>
  );
}
