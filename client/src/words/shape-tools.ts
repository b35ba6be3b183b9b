/** Free texts, areas, connectors and images: their tools, and what is said of them. */
export const shapeToolWords = {
  text: 'Free text',
  area: 'Area',
  connector: 'Connector',
}

/** Where an image stands, as long as it isn't there. */
export const imageWords = {
  loading: 'Loading …',
  missing: 'This picture isn’t here yet.',
  coming: 'On its way …',
  choose: 'Picture from a file',
  here: 'Picture here',
  broken: 'This picture is damaged: it can’t be read. Open it elsewhere and save it anew.',
  tooLarge: 'This picture is too large for this device. Make it smaller and bring it again.',
  heic: 'This browser can’t read HEIC photographs. Save it as a JPEG and bring that.',
  svg: 'A drawing in SVG may hold a program, so it stays outside. Save it as a PNG and bring that.',
  noPicture: 'This is no picture. Pictures are PNG, JPEG, WebP or GIF files.',
  notSent: 'The picture could not be sent. Bring it again when you are connected.',
  waits: 'You are offline. The picture is kept on this device and goes up when you are back.',
  wentUp: (count: number) =>
    count === 1
      ? 'The picture that waited is on the board now.'
      : `${count} pictures that waited are on the board now.`,
  refusedLater: (reason: string) => `A picture that waited could not go up. ${reason}`,
  tooMany: (count: number) => `Twelve pictures at a time: ${count} of these were left out.`,
}
