import type { UserError } from "./graphql/mutate";

/**
 * Puts refusals at the fields of a form. Paths begin with the name of the argument (`input`); what belongs to no
 * field of the form is returned, to stand above it.
 */
export function placeUserErrors(
  form: { setErrors: (errors: Record<string, string>) => void },
  fields: readonly string[],
  userErrors: readonly UserError[],
): string[] {
  const placed: Record<string, string> = {};
  const rest: string[] = [];
  for (const { path, message } of userErrors) {
    const name = path.find((part) => fields.includes(part));
    if (name === undefined) rest.push(message);
    else placed[name] = message;
  }
  form.setErrors(placed);
  return rest;
}
