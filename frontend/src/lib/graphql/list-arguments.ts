/** The arguments of a field, by their names. */
export type Arguments = Readonly<Record<string, unknown>> | null | undefined;

/** The field that an order is about: `EXPECTED_CLOSE_DATE` is `expectedCloseDate`. */
export function fieldOfOrder(orderField: string): string {
  return orderField.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Every field name that occurs in the filter or the order of a list's arguments; `owner` too where `ownerId` does. */
export function mentionedFields(args: Arguments): Set<string> {
  const names = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    else if (typeof value === "object" && value !== null)
      for (const [key, inner] of Object.entries(value)) {
        if (inner === undefined) continue;
        names.add(key.replace(/Id$/, ""));
        names.add(key);
        visit(inner);
      }
  };
  visit(args?.filter);
  const orders: unknown = args?.orderBy;
  if (Array.isArray(orders)) for (const order of orders) names.add(fieldOfOrder(String(order.field)));
  return names;
}
