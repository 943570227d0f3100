import type { ElsewhereLink } from "./FieldValue";

/** Calls a number, as far as the device can; written numbers hold spaces and brackets that `tel:` does not know. */
export function phoneLink(phone: string | null, label: string): ElsewhereLink | null {
  const digits = phone?.replace(/[^+\d]/g, "");
  return digits ? { href: `tel:${digits}`, label } : null;
}

export function mailLink(email: string | null, label: string): ElsewhereLink | null {
  return email ? { href: `mailto:${email}`, label } : null;
}

/** A web site as people write it, with or without its scheme; any other scheme is no web site. */
export function webLink(website: string | null, label: string): ElsewhereLink | null {
  if (!website) return null;
  const href = /^https?:\/\//i.test(website) ? website : `https://${website}`;
  return URL.canParse(href) ? { href, label } : null;
}
