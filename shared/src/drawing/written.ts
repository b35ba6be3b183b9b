/** How heavy the words are that people write. By itself, for whoever only loads a font. */
export const WRITTEN = 500
