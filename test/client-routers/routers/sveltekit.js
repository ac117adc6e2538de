import { LINKS } from '../links.js'
import { start } from '../node_modules/@sveltejs/kit/src/runtime/client/client.js'

/** Stands for the root component, which SvelteKit generates for each site. */
class Root {
  constructor({ target }) {
    target.append(
      ...LINKS.map(({ to, ...attributes }) => {
        const link = document.createElement('a')
        link.href = to
        link.textContent = to
        for (const [name, value] of Object.entries(attributes)) link.setAttribute(name, value)
        return link
      }),
    )
  }
  $set() {}
  $destroy() {}
}

const node = async () => ({ component: class {} })

start(
  {
    root: Root,
    hooks: { reroute() {}, handleError: ({ error }) => console.error(error) },
    nodes: [node, node, node],
    server_loads: [],
    dictionary: Object.fromEntries(['/page', ...LINKS.map(({ to }) => to)].map(to => [to, [2]])),
    matchers: {},
    decoders: {},
    hash: false,
  },
  document.querySelector('#app'),
)
