/** The three moments of the picture on the first page. */
export const pictureWords = {
  expects: 'what your customer expects',
  miserable: 'Waits, and nobody says for how long',
  neutral: 'Phones to book a visit',
  magical: 'A call next day: how are you feeling?',
  read: 'Three moments of a customer: the wait falls short of what they expect, booking by phone meets it, and a call the next day exceeds it.',
}
