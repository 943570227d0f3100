import { useQuery } from "urql";
import { RecordLabel } from "./record-sources";

/** The name of a record by its id; empty while it is not known. */
export function useRecordLabel(id: string | null, known?: string): string {
  const [{ data }] = useQuery({
    query: RecordLabel,
    variables: { id: id ?? "" },
    pause: id === null || known !== undefined,
  });
  if (known !== undefined) return known;
  const node = data?.node;
  return node && "name" in node && id === node.id ? node.name : "";
}
