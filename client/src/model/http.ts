import * as v from 'valibot'

/** Why a link or the server turned somebody away. */
export type TurnedAway = 'renewed' | 'unseated' | 'wrong' | 'gone' | 'closed' | 'away'

/** Anything but what was asked for. `message` is the server's own sentence, when it sent one. */
export interface Refusal {
  /** `asked`: the board wants a passphrase beside the link. */
  readonly refused: TurnedAway | 'not-allowed' | 'asked'
  readonly message: string | null
  /** Whom to ask for another link, when the server says so. */
  readonly facilitator: string | null
}

export function isRefusal(answer: object | null): answer is Refusal {
  return answer !== null && 'refused' in answer
}

const errorSchema = v.object({
  error: v.object({ code: v.string(), message: v.string(), facilitator: v.nullish(v.string(), null) }),
})

const WAIT_MS = 15_000

export interface Question {
  readonly token?: string
  /** Sent as JSON with POST, or PUT where it takes something’s place; without it the question is a GET, unless it deletes. */
  readonly body?: unknown
  readonly puts?: boolean
  readonly deletes?: boolean
}

/** One question to the server's API. The token travels in a header, never in the address. */
export async function ask<Answer>(
  schema: v.GenericSchema<unknown, Answer>,
  path: string,
  { token, body, puts = false, deletes = false }: Question,
): Promise<Answer | Refusal> {
  try {
    const response = await fetch(path, {
      method: deletes ? 'DELETE' : body === undefined ? 'GET' : puts ? 'PUT' : 'POST',
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      cache: 'no-store',
      signal: AbortSignal.timeout(WAIT_MS),
    })
    const told: unknown = await response.json().catch(() => null)
    if (!response.ok) return refusalOf(response.status, told)
    const parsed = v.safeParse(schema, told)
    return parsed.success ? parsed.output : { refused: 'away', message: null, facilitator: null }
  } catch {
    return { refused: 'away', message: null, facilitator: null }
  }
}

function refusalOf(status: number, told: unknown): Refusal {
  const parsed = v.safeParse(errorSchema, told)
  const error = parsed.success ? parsed.output.error : null
  return {
    refused: reasonOf(status, error?.code ?? ''),
    message: error?.message ?? null,
    facilitator: error?.facilitator ?? null,
  }
}

function reasonOf(status: number, code: string): Refusal['refused'] {
  if (status === 404) return 'gone'
  if (status === 410) return code === 'seat-removed' ? 'unseated' : 'renewed'
  if (status === 401) return 'wrong'
  if (code === 'door-closed') return 'closed'
  if (code === 'passphrase') return 'asked'
  return status === 429 || status >= 500 ? 'away' : 'not-allowed'
}
