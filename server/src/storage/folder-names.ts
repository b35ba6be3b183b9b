import { join } from 'node:path'

/** The database of all boards in a data folder. */
export const databaseIn = (home: string): string => join(home, 'momentous.db')

/** A database that is whole and only has to take the other one's place: the mark of a repair that was cut short. */
export const nextIn = (home: string): string => join(home, 'momentous.db.next')
