/** The token of an `Authorization: Bearer ...` header; null when there is none. */
export function bearerToken(header: string | undefined): string | null {
  return /^Bearer +([A-Za-z0-9_-]+) *$/i.exec(header ?? '')?.[1] ?? null
}
