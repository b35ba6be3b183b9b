/** How a session runs, told to somebody who never saw one. */
export const sessionWords = {
  title: 'How a session runs',
  lead: 'About 90 minutes, with everybody who meets customers. You steer, they know.',
  steps: {
    post: 'Everybody writes down what happens to a customer, one contact on each note, in order.',
    colour: 'Each note gets the colour of how the customer is met: face-to-face, by phone, by post and so on.',
    choose: 'Everybody puts dots on the moments that matter most. Three to five stay.',
    assess: 'What do customers expect there? Then everybody grades it blind: magical, neutral or miserable.',
    ideas: 'Ideas for each one, without names. Nobody judges, everybody builds on them.',
    decide: 'Concerns are read out, ideas find merit or are parked for later.',
    plan: 'Who does what, by when, with which first small step. The form fills itself.',
  },
}

export function minutes(count: number): string {
  return `${count} min`
}
