interface Props<T extends string> {
  label: string;
  options: readonly { key: T; title: string }[];
  chosen: readonly T[];
  onChoose(key: T): void;
}

/** A few choices in a row; what is chosen is pressed. */
export const Chips = <T extends string>({ label, options, chosen, onChoose }: Props<T>) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset breaks the row on a phone
  <div class="row" role="group" aria-label={label}>
    {options.map(({ key, title }) => (
      <button
        type="button"
        class="chip"
        key={key}
        aria-pressed={chosen.includes(key)}
        onClick={() => onChoose(key)}
      >
        {title}
      </button>
    ))}
  </div>
);
