const plain = /^[A-Za-z0-9_@%+=:,./-]+$/

/** One command line for a POSIX shell from an argv: what needs quoting is quoted, so that pasting it runs exactly these words. */
export function shellWords(argv: readonly string[]): string {
  return argv.map((word) => (plain.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`)).join(' ')
}
