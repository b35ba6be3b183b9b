import { together } from './number.ts'

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

/** What each setting is called when somebody else has changed it. */
export const settingNames = {
  title: 'the name of the board',
  customer: 'what you call a customer',
  firm: 'whose form it is',
  logo: 'the logo',
  dots: 'the dots',
  stacking: 'several dots on one moment',
  room: 'the people in the room',
  goal: 'the ideas to aim for',
  anonymous: 'whether ideas carry names',
}

/** Said when two people set the same thing at the same time. */
export function meanwhileWords(names: readonly string[]): string {
  return `Somebody has changed ${together(names)} while this was open. Keeping yours writes over it.`
}

export const firmWords = {
  name: 'Whose form is it?',
  hint: 'A firm’s name for the head of the Word file, the PDF, the workbook and the web page.',
  choose: 'Choose a logo',
  another: 'Choose another logo',
  remove: 'Take the logo away',
  logo: 'The logo',
  broken: 'This picture can’t be read. Choose a PNG or a JPEG.',
  tooLarge: 'This picture is too large for the head of a page. Choose a simpler one.',
  notSent: 'The logo could not be sent. Choose it again when you are connected.',
}
