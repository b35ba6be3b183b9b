import { numbered, tidySpot } from '@momentous/shared/board/timeline'
import type { ArgsOf } from '@momentous/shared/commands/commands'
import type { MomentId } from '@momentous/shared/domain/id'
import type { Moment } from '@momentous/shared/domain/moment'

const WIDTH = 1280
const HEIGHT = 720

/** Where everybody shall look, said from the list: at one moment, and on the wall at the piece around it. */
export function lookInList(
  moments: readonly Moment[],
  inSight: MomentId | null,
  focus: MomentId | null,
): ArgsOf<'bring-everyone'> {
  const id = inSight ?? focus
  const moment = moments.find((each) => each.id === id)
  const number = id === null ? undefined : numbered(moments).get(id)
  const [x, y] =
    moment !== undefined && moment.place !== null
      ? [moment.place[0] + moment.place[2] / 2, moment.place[1] + moment.place[3] / 2]
      : [tidySpot((number ?? 1) - 1).x, 0]
  return { view: [x - WIDTH / 2, y - HEIGHT / 2, WIDTH, HEIGHT], moment: moment === undefined ? null : moment.id }
}
