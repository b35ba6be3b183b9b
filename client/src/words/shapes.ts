/** Free texts, areas, connectors and images: their tools, and what is said of them. */
export const shapeToolWords = {
  text: 'Free text',
  area: 'Area',
  connector: 'Connector',
}

/** Where an image stands, as long as it isn't there. */
export const imageWords = {
  loading: 'Loading …',
  missing: 'This image isn’t here.',
}
