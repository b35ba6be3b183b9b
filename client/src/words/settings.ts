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

export const firmWords = {
  name: 'Whose form is it?',
  hint: 'A firm’s name for the head of the Word file, the PDF and the web page.',
  choose: 'Choose a logo',
  another: 'Choose another logo',
  remove: 'Take the logo away',
  logo: 'The logo',
  broken: 'This picture can’t be read. Choose a PNG or a JPEG.',
  tooLarge: 'This picture is too large for the head of a page. Choose a simpler one.',
  notSent: 'The logo could not be sent. Choose it again when you are connected.',
}
