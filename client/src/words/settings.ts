export const settingsWords = {
  title: 'Settings',
  name: 'Name of the board',
  customer: 'What do you call a customer?',
  customerHint: 'Patient, guest, member: the questions use your word.',
  dots: 'Dots for each person',
  stacking: 'Several dots on one moment',
  goal: 'Ideas to aim for, at each moment',
  anonymous: 'Ideas carry no names',
  anonymousHint: 'Settled for good when Ideas opens, so that everybody can trust it.',
  keep: 'Keep these settings',
  cancel: 'Cancel',
}
