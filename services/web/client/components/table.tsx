import type { ComponentChildren } from 'preact';

export interface Column<Row> {
  title: string;
  isNumber?: boolean;
  cell(row: Row): ComponentChildren;
}

interface Props<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** A picture above says the same: the caption is for those who cannot see it. */
  hideCaption?: boolean;
}

/** Rows of the same kind; it scrolls sideways in its own frame where it is wider than the screen. */
export function Table<Row>({ caption, columns, rows, hideCaption = false }: Props<Row>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reached by the keyboard
    <section class="table-frame scroll-shade" tabIndex={0} aria-label={caption}>
      <table class="table">
        <caption class={hideCaption ? 'visually-hidden' : ''}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title, isNumber }) => (
              <th scope="col" class={isNumber ? 'number' : ''}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {columns.map(({ cell, isNumber }) => (
                <td class={isNumber ? 'number' : ''}>{cell(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
