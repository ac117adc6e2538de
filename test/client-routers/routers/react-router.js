import { createRoot } from 'react-dom/client'
import { BrowserRouter, Link } from 'react-router'
import { LINKS } from '../links.js'

createRoot(document.querySelector('#app')).render(
  <BrowserRouter>
    {LINKS.map(({ to, ...attributes }) => (
      <Link key={to} to={to} {...attributes}>
        {to}
      </Link>
    ))}
  </BrowserRouter>,
)
