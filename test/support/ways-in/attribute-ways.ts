export type AttributeWay = (element: Element, name: string, value: string) => unknown

export const ATTRIBUTE_WAYS: Readonly<Record<string, AttributeWay>> = {
  'a property': (element, name, value) => Reflect.set(element, name, value),
  setAttribute: (element, name, value) => element.setAttribute(name, value),
  'setAttribute in capitals': (element, name, value) =>
    element.setAttribute(name.toUpperCase(), value),
  'setAttribute with a boxed name': (element, name, value) =>
    element.setAttribute(new String(name) as string, value),
  setAttributeNS: (element, name, value) => element.setAttributeNS(null, name, value),
  setAttributeNode: (element, name, value) =>
    element.setAttributeNode(Object.assign(document.createAttribute(name), { value })),
  setAttributeNodeNS: (element, name, value) =>
    element.setAttributeNodeNS(Object.assign(document.createAttribute(name), { value })),
  'attributes.setNamedItem': (element, name, value) =>
    element.attributes.setNamedItem(Object.assign(document.createAttribute(name), { value })),
  'attributes.setNamedItemNS': (element, name, value) =>
    element.attributes.setNamedItemNS(Object.assign(document.createAttribute(name), { value })),
}

/** Each way to change an attribute that the element already has, through the attribute's node. */
export const NODE_WAYS: Readonly<Record<string, AttributeWay>> = {
  'the value of an attribute node': (element, name, value) => {
    element.setAttribute(name, '')
    Object.assign(element.getAttributeNode(name) as Attr, { value })
  },
  'the nodeValue of an attribute node': (element, name, nodeValue) => {
    element.setAttribute(name, '')
    Object.assign(element.getAttributeNode(name) as Attr, { nodeValue })
  },
  'the textContent of an attribute node': (element, name, textContent) => {
    element.setAttribute(name, '')
    Object.assign(element.getAttributeNode(name) as Attr, { textContent })
  },
}
