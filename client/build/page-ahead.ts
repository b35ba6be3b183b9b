import type { Plugin, Rolldown } from 'vite'

/** The module on which every page stands; the first script asks for it, once it runs. */
const PAGE = 'app/show-page.tsx'

/** Has the browser fetch the page's own code while the first, small script is on its way. */
export function pageAhead(): Plugin {
  return {
    name: 'page-ahead',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
        const page = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(PAGE))
        if (page === undefined) return []
        const needed = withImports(page, chunks)
        const scripts = needed.map(({ fileName }) => fileName)
        const styles = needed.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])])
        return [
          ...linksTo(html, 'modulepreload', scripts),
          // Style sheets are waited for: there they are by then.
          ...linksTo(html, 'stylesheet', styles),
        ]
      },
    },
  }
}

function withImports(
  page: Rolldown.OutputChunk,
  chunks: readonly Rolldown.OutputChunk[],
): readonly Rolldown.OutputChunk[] {
  const needed = new Set([page])
  for (const { imports } of needed) {
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) needed.add(chunk)
  }
  return [...needed]
}

function linksTo(html: string, rel: string, files: readonly string[]) {
  return [...new Set(files)]
    .filter((file) => !html.includes(file))
    .map((file) => ({ tag: 'link', attrs: { rel, crossorigin: true, href: `/${file}` }, injectTo: 'head' as const }))
}
