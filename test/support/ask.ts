export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Null for what isn't JSON. */
  readonly json: ReturnType<typeof JSON.parse>
}

/** One question to the API of a live server. A body that is a string goes as it is. */
export async function ask(
  origin: string,
  method: string,
  path: string,
  token: string | null = null,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const response = await fetch(`${origin}${path}`, {
    method,
    headers: {
      ...headers,
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : null }
}
