/** Puts values into the placeholders of a text: `fill('Remove {name}', { name: 'Chat' })`. */
export const fill = (text, values) =>
  text.replace(/\{(\w+)\}/g, (place, name) => (Object.hasOwn(values, name) ? values[name] : place))
