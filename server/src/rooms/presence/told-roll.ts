import type { SeatId } from '@momentous/shared/domain/id'
import type { Person } from '@momentous/shared/domain/person'

/** What a person makes known of themselves. */
type Known = Pick<Person, 'name' | 'workplace' | 'online'>

/** The people as they are told while it is quiet. */
export type Roll = Map<SeatId, Known>
