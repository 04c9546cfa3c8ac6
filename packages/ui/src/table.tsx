import type { ReactNode } from 'react';
import { ArrowUpIcon } from './icons/arrow-up.tsx';
import { Checkbox } from './checkbox.tsx';
import styles from './table.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

export interface Column<Row> {
  id: string;
  header: string;
  cell(row: Row): ReactNode;
  align?: 'start' | 'end';
  /** Header becomes a button; needs `sort` and `onSort`. */
  sortable?: boolean;
  /** Names the row to assistive technology. */
  rowHeader?: boolean;
}

export interface TableSort {
  column: string;
  direction: 'ascending' | 'descending';
}

interface Selection {
  ids: ReadonlySet<string>;
  onChange(ids: ReadonlySet<string>): void;
  allLabel: string;
  rowLabel(id: string): string;
}

interface TableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  idOf(row: Row): string;
  sort?: TableSort | undefined;
  onSort?: (sort: TableSort) => void;
  selection?: Selection;
}

/** Dense rows for people at work. Scrolls sideways by itself, never the page. */
export function Table<Row>({ caption, columns, rows, idOf, sort, onSort, selection }: TableProps<Row>) {
  return (
    // A region that scrolls must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroller} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            {selection ? <SelectAll selection={selection} ids={rows.map(idOf)} /> : null}
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <BodyRow key={idOf(row)} id={idOf(row)} row={row} columns={columns} selection={selection} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeaderCellProps<Row> {
  column: Column<Row>;
  sort: TableSort | undefined;
  onSort: ((sort: TableSort) => void) | undefined;
}

function HeaderCell<Row>({ column, sort, onSort }: HeaderCellProps<Row>) {
  const direction = sort?.column === column.id ? sort.direction : undefined;
  const next = direction === 'ascending' ? 'descending' : 'ascending';
  return (
    <th scope="col" data-align={column.align} aria-sort={direction}>
      {column.sortable && onSort ? (
        <button type="button" className={styles.sort} onClick={() => onSort({ column: column.id, direction: next })}>
          {column.header}
          <ArrowUpIcon width="14" height="14" />
        </button>
      ) : (
        column.header
      )}
    </th>
  );
}

interface BodyRowProps<Row> {
  id: string;
  row: Row;
  columns: readonly Column<Row>[];
  selection: Selection | undefined;
}

function BodyRow<Row>({ id, row, columns, selection }: BodyRowProps<Row>) {
  const selected = selection?.ids.has(id);
  return (
    <tr aria-selected={selected}>
      {selection ? (
        <td className={styles.check}>
          <Checkbox
            label={<VisuallyHidden>{selection.rowLabel(id)}</VisuallyHidden>}
            checked={selected ?? false}
            onChange={() => selection.onChange(toggled(selection.ids, id))}
          />
        </td>
      ) : null}
      {columns.map((column) =>
        column.rowHeader ? (
          <th key={column.id} scope="row" data-align={column.align}>
            {column.cell(row)}
          </th>
        ) : (
          <td key={column.id} data-align={column.align}>
            {column.cell(row)}
          </td>
        ),
      )}
    </tr>
  );
}

function SelectAll({ selection, ids }: { selection: Selection; ids: readonly string[] }) {
  const all = ids.length > 0 && ids.every((id) => selection.ids.has(id));
  return (
    <th className={styles.check}>
      <Checkbox
        label={<VisuallyHidden>{selection.allLabel}</VisuallyHidden>}
        checked={all}
        onChange={() => selection.onChange(new Set(all ? [] : ids))}
      />
    </th>
  );
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}
