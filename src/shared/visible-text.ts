/**
 * What would hide, reorder or fake text: controls, bidirectional marks, zero-width and other invisible characters, line
 * separators, tags, lone surrogates. A name an engine reports may hold any of them.
 */
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\ufff9-\uffff]/gu

/** The same text with every hidden character written out as its code point, `⟨U+202E⟩`. Text without any is returned as it is. */
export function visibleText(text: string): string {
  return text.replace(hidden, (character) => `⟨${codePoint(character)}⟩`)
}

/** For text of several lines: line feeds and tabs stay what they are. */
export function visibleLines(text: string): string {
  return text.replace(hidden, (character) =>
    character === '\n' || character === '\t' ? character : `⟨${codePoint(character)}⟩`,
  )
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
