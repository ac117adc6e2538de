/** Puts values into the places of a text: `fill('Remove {name}', { name: 'Chat' })`. */
export const fill = (text, values) =>
  text.replace(/\{(\w+)\}/g, (place, name) => (Object.hasOwn(values, name) ? values[name] : place))
