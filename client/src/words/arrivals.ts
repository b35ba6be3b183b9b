import { capital, counted } from './number.ts'

export function waitingFor(facilitator: string): string {
  return `Waiting for ${facilitator}.`
}

export function joined(count: number): string {
  return `${capital(counted(count, 'person', 'people'))} joined.`
}
