/**
 * For the field with which a dialog begins: it has the focus as soon as it is in the document, so that nothing that is
 * typed after the key that opened the dialog goes astray. The dialog's focus trap knows the field by the attribute.
 */
export const firstFocus = { autoFocus: true, "data-autofocus": true } as const;
