import Link from 'next/dist/client/link'
import { RouterContext } from 'next/dist/shared/lib/router-context.shared-runtime'
import { createRoot } from 'react-dom/client'
import { LINKS } from '../links.js'

/** Next's own router requests data of a server. This one only changes the address. */
const router = {
  push: async address => history.pushState(null, '', address),
  prefetch: async () => {},
}

createRoot(document.querySelector('#app')).render(
  <RouterContext.Provider value={router}>
    {LINKS.map(({ to, ...attributes }) => (
      <Link key={to} href={to} {...attributes}>
        {to}
      </Link>
    ))}
  </RouterContext.Provider>,
)
