// Without letters and digits that are taken for one another when they are read out or copied by hand. There are 32
// of them, so that a byte chooses among them evenly.
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789!";

/** A random password of three groups of five, 75 bits. */
export function newPassword(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(15));
  const letters = Array.from(bytes, (byte) => alphabet[byte % alphabet.length] ?? "");
  return [0, 5, 10].map((start) => letters.slice(start, start + 5).join("")).join("-");
}
