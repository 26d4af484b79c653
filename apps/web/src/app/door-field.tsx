import { useId, type InputHTMLAttributes } from 'react';

/** A field at the door, with its label above and what is wrong with it below. */
export const DoorField = ({
  label,
  wrong,
  onType,
  ...input
}: InputHTMLAttributes<HTMLInputElement> & {
  readonly label: string;
  readonly wrong: string | null;
  readonly onType: (value: string) => void;
}) => {
  const id = useId();
  return (
    <div className="door-field">
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        autoCapitalize="none"
        spellCheck={false}
        aria-invalid={wrong !== null}
        aria-describedby={wrong === null ? undefined : `${id}-wrong`}
        onChange={({ target }) => {
          onType(target.value);
        }}
      />
      {wrong !== null && (
        <p id={`${id}-wrong`} className="door-wrong">
          {wrong}
        </p>
      )}
    </div>
  );
};
