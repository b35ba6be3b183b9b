/** The wall's sentences in the page: the wall owns them, and they come after it. */
export const mirrorId = 'wall-mirror'
