/** Free texts, areas, connectors and images: their tools, and what is said of them. */
export const shapeToolWords = {
  text: 'Free text',
  area: 'Area',
  connector: 'Connector',
}

/** What a shape's text field is called, and what stands in it while it is empty. */
export const shapeFieldWords = {
  text: { label: 'Free text', empty: 'Write …' },
  area: { label: 'Title of this area', empty: 'Title of this area' },
  connector: { label: 'Label of this connector', empty: 'Label' },
}

/** Where an image stands, as long as it isn't there. */
export const imageWords = {
  loading: 'Loading …',
  missing: 'This image isn’t here.',
}
