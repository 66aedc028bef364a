/** A text without what people spell differently: case, accents, spaces and signs. */
export function plainly(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}
