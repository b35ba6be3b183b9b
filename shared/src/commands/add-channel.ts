import * as v from 'valibot'
import { setSession } from '../board/session.ts'
import { words } from '../board/schemas.ts'
import { viewOf } from '../board/view.ts'
import { channelOrder, channels, type OwnChannelId } from '../domain/contact-type.ts'
import { may } from '../rules/may.ts'
import { all, allowed, refused } from '../rules/ruling.ts'
import { governed } from './command.ts'

export const OWN_CHANNELS_MAX = 6

/** Adds a contact type of the board's own, with a letter that no other type has. */
export const addChannel = governed({
  name: 'add-channel',
  args: v.object({
    id: v.pipe(
      v.string(),
      v.regex(/^own-[a-z0-9]{1,20}$/),
      v.transform((raw) => raw as OwnChannelId),
    ),
    label: v.pipe(words(40), v.trim(), v.minLength(1, 'Give the contact type a name.')),
    letter: v.pipe(words(2), v.trim(), v.toUpperCase(), v.minLength(1, 'Give it a letter.')),
  }),
  check: (view, actor, { letter }) =>
    all(
      () => may(actor, view, 'session'),
      () =>
        [
          ...channelOrder.map((each) => channels[each].letter),
          ...view.session.channels.map((own) => own.letter),
        ].includes(letter)
          ? refused('S1', `The letter ${letter} is taken. Choose another one.`)
          : allowed,
      () =>
        view.session.channels.length >= OWN_CHANNELS_MAX
          ? refused('S1', `${OWN_CHANNELS_MAX} own contact types at most, so that colours stay apart.`)
          : allowed,
    ),
  apply(board, channel) {
    setSession(board, { channels: [...viewOf(board).session.channels, channel] })
  },
})
