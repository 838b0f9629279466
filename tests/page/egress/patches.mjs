// What a hostile worker could ask the kernel to draw in order to send something: name -> operations, as kernel.js
// describes them, with an address and three free ids.
const XLINK = 'xlink:href';
// The kernel has no Image and no fetch; what a script would do instead.
const load = (url) => `document.createElement('img').src='${url}'`;

const element = (tag, attributes) => (_url, id) => [
  ['make', id, 0, 0, tag],
  ...Object.entries(attributes).map(([name, value]) => ['attr', id, name, value]),
];
const at = (tag, name, others = {}) => (url, id) => element(tag, { ...others, [name]: url })(url, id);
const link = (rel, others = {}) => at('link', 'href', { rel, ...others });
const inside = (tag, parent, name) => (url, id, outer) => [
  ['make', outer, 0, 0, parent],
  ['make', id, outer, 0, tag],
  ['attr', id, name, url],
];
const withText = (tag, text) => (url, id, child) => [
  ['make', id, 0, 0, tag],
  ['text', child, id, 0, text(url)],
];

export const PATCHES = {
  'image': at('img', 'src'),
  'image-set': at('img', 'srcset'),
  'image-old': at('image', 'src'),
  'picture-source': (url, id, outer, image) => [
    ['make', outer, 0, 0, 'picture'],
    ['make', id, outer, 0, 'source'],
    ['attr', id, 'srcset', url],
    ['make', image, outer, 0, 'img'],
  ],
  'image-onerror': (url, id) => element('img', { onerror: load(url), src: 'data:,' })(url, id),
  'input-image': at('input', 'src', { type: 'image' }),
  'video': at('video', 'src', { preload: 'auto' }),
  'video-poster': at('video', 'poster'),
  'video-source': inside('source', 'video', 'src'),
  'audio': at('audio', 'src', { preload: 'auto' }),
  'audio-track': inside('track', 'audio', 'src'),
  'iframe': at('iframe', 'src'),
  'iframe-srcdoc': (url, id) => element('iframe', { srcdoc: `<img src="${url}">` })(url, id),
  'frame': inside('frame', 'frameset', 'src'),
  'object': at('object', 'data'),
  'embed': at('embed', 'src'),
  'script': at('script', 'src'),
  'script-module': at('script', 'src', { type: 'module' }),
  'script-text': withText('script', load),
  'script-rules': (url, id, child) => [
    ['make', id, 0, 0, 'script'],
    ['attr', id, 'type', 'speculationrules'],
    ['text', child, id, 0, JSON.stringify({ prefetch: [{ source: 'list', urls: [url], eagerness: 'immediate' }] })],
  ],
  'svg-script': at('svg:script', 'href'),
  'style-text': withText('style', (url) => `@import '${url}'; body { background: url('${url}') }`),
  'style-attribute': (url, id) => element('div', { style: `background: url('${url}')` })(url, id),
  'style-svg': (url, id) => element('svg:rect', { style: `fill: url('${url}#a')` })(url, id),
  'link-stylesheet': link('stylesheet'),
  'link-icon': link('icon'),
  'link-preload': link('preload', { as: 'image' }),
  'link-modulepreload': link('modulepreload'),
  'link-prefetch': link('prefetch'),
  'link-prerender': link('prerender'),
  'link-preconnect': link('preconnect'),
  'link-dns': link('dns-prefetch'),
  'link-manifest': link('manifest'),
  'meta-link': (url, id) => element('meta', { 'http-equiv': 'link', 'content': `<${url}>; rel=preload; as=image` })(url, id),
  'body-background': at('body', 'background'),
  'table-background': at('table', 'background'),
  'cell-background': inside('td', 'table', 'background'),
  'anchor-attribution': at('img', 'attributionsrc', { src: 'data:,' }),
  'form-submit': (url, id, button) => [
    ['make', id, 0, 0, 'form'],
    ['attr', id, 'action', url],
    ['make', button, id, 0, 'button'],
    ['attr', button, 'formaction', url],
  ],
  'svg-image': inside('svg:image', 'svg:svg', 'href'),
  'svg-image-xlink': inside('svg:image', 'svg:svg', XLINK),
  'svg-use': inside('svg:use', 'svg:svg', 'href'),
  'svg-fe-image': (url, id, outer, filter) => [
    ['make', outer, 0, 0, 'svg:svg'],
    ['make', filter, outer, 0, 'svg:filter'],
    ['make', id, filter, 0, 'svg:feImage'],
    ['attr', id, 'href', url],
  ],
  'svg-filter': (url, id, outer) => [
    ['make', outer, 0, 0, 'svg:svg'],
    ['make', id, outer, 0, 'svg:rect'],
    ['attr', id, 'filter', `url(${url}#a)`],
  ],
  'svg-fill': (url, id, outer) => [
    ['make', outer, 0, 0, 'svg:svg'],
    ['make', id, outer, 0, 'svg:rect'],
    ['attr', id, 'fill', `url(${url}#a)`],
  ],
  'button-onfocus': (url, id) => [
    ['make', id, 0, 0, 'button'],
    ['attr', id, 'onfocus', load(url)],
    ['focus', id],
  ],
  'details-ontoggle': (url, id) => element('details', { ontoggle: load(url), open: '' })(url, id),
  'class-address': (url, id) => element('div', { class: url })(url, id),
  'label-address': (url, id) => element('input', { 'type': 'text', 'value': url, 'placeholder': url, 'aria-label': url })(url, id),
  'file-accept': (url, id) => element('input', { type: 'file', accept: url })(url, id),
  // Last, for it takes the frame elsewhere.
  'meta-refresh': (url, id) => element('meta', { 'http-equiv': 'refresh', 'content': `1; url=${url}` })(url, id),
};

// These send nothing on http:// where all may be drawn either: they need a click, or hold an address that the browser does
// not read. A test fails when one of these arrives after all, or another one does not.
const NOWHERE = [
  'image-old', 'audio-track', 'script-rules', 'link-icon', 'link-prerender', 'link-manifest', 'meta-link',
  'body-background', 'anchor-attribution', 'form-submit', 'svg-image-xlink', 'svg-use', 'svg-filter',
  'class-address', 'label-address', 'file-accept',
];
export const SILENT_PATCHES = {
  chromium: [...NOWHERE, ],
  firefox: [...NOWHERE, 'video-source', 'style-svg', 'link-preconnect', 'svg-fill', 'meta-refresh'],
};
