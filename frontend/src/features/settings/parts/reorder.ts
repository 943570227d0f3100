export interface Placed {
  id: string;
  position: number;
}

/** By position; where two share one, by id, which is by age. */
export function inOrder<Row extends Placed>(rows: readonly Row[]): Row[] {
  return rows.toSorted((left, right) => left.position - right.position || (left.id < right.id ? -1 : 1));
}

/** The rows with one of them at another place. */
export function movedTo<Row extends { id: string }>(rows: readonly Row[], id: string, index: number): Row[] {
  const row = rows.find((candidate) => candidate.id === id);
  if (!row) return [...rows];
  return rows.filter((other) => other.id !== id).toSpliced(index, 0, row);
}

/**
 * Which rows need which other position, so that they stand in this order. The positions in use are dealt out anew,
 * and only made greater where two were the same.
 */
export function renumbered(rows: readonly Placed[]): Placed[] {
  const positions = rows.map((row) => row.position).sort((left, right) => left - right);
  let last = -1;
  return rows.flatMap((row, index) => {
    last = Math.max(positions[index] ?? 0, last + 1);
    return row.position === last ? [] : [{ id: row.id, position: last }];
  });
}
