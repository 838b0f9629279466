// The kernel: the only code that touches the document in which pupil data is shown.
//
// It runs in a sandboxed frame without an origin. It starts the worker, hands it the files a person chooses (and
// never reads them), draws what the worker asks for from a list of harmless elements and attributes, and passes
// on what the person does. Everything else, with every dependency, lives in the worker. The worker is treated as
// hostile: a message that is not exactly as described below is refused and the person is told.
//
// From the worker         { t: 'teken', ops: [...] }, { t: 'bewaar', bestanden: [{ naam, bytes }] }, { t: 'druk_af' }
//   ['make', id, parent, before, tag]   a new element ('svg:path' for SVG) in front of node `before` (0: at the end)
//   ['text', id, parent, before, text]  a new text node
//   ['set', id, text]                   new text in a text node
//   ['attr', id, name, value | null]    an attribute; null removes it
//   ['listen', id, type, on]            pass on events of this type ('scroll': where the element is), or stop doing so
//   ['move', id, before]                to another place within the same parent
//   ['remove', id]                      with everything in it
//   ['focus', id]
// To the worker           { t: 'start', module, beleid, taal }, { t: 'gebeurtenis', id, type, ... }, { t: 'taal', taal },
//                         { t: 'bewaard', naam }, { t: 'afgedrukt' }
// Ids are whole numbers that the worker chooses; 0 is the root.
(() => {
  'use strict';

  // ---- 1. Lockdown: a second wall, for the day that the worker is not all that went wrong -------------------------

  const NativeWorker = Worker;
  const NativeBlob = Blob;
  const createObjectURL = URL.createObjectURL.bind(URL);
  const revokeObjectURL = URL.revokeObjectURL.bind(URL);
  const printPage = print.bind(window);
  const activation = navigator.userActivation;

  const GLOBALS = `fetch fetchLater XMLHttpRequest WebSocket WebSocketStream WebTransport EventSource Worker SharedWorker
      RTCPeerConnection webkitRTCPeerConnection RTCDataChannel RTCIceTransport RTCDtlsTransport RTCRtpSender RTCRtpReceiver
      open alert confirm prompt print close find BroadcastChannel Notification PaymentRequest PresentationRequest
      IdentityCredential FederatedCredential PasswordCredential PublicKeyCredential CredentialsContainer Image Audio Option
      FontFace DOMParser XSLTProcessor XMLSerializer XMLDocument Range showOpenFilePicker showSaveFilePicker
      showDirectoryPicker indexedDB caches cookieStore localStorage sessionStorage sharedStorage launchQueue
      documentPictureInPicture navigation speechSynthesis SpeechRecognition webkitSpeechRecognition ReportingObserver
      createImageBitmap ImageDecoder MediaSource ManagedMediaSource AudioContext OfflineAudioContext webkitAudioContext`;
  const ON_NAVIGATOR = `sendBeacon serviceWorker registerProtocolHandler unregisterProtocolHandler share canShare clipboard
      credentials mediaDevices getUserMedia webkitGetUserMedia presentation geolocation bluetooth usb hid serial xr storage
      storageBuckets locks mediaSession connection wakeLock requestMediaKeySystemAccess requestMIDIAccess
      joinAdInterestGroup runAdAuction leaveAdInterestGroup updateAdInterestGroups createAuctionNonce deprecatedURNToURL
      getInterestGroupAdAuctionData`;
  const ON_DOCUMENT = 'write writeln open close execCommand parseHTMLUnsafe cookie domain fonts browsingTopics';

  const names = (text) => text.trim().split(/\s+/);
  const takeAway = (holder, name) => {
    for (let at = holder; at; at = Object.getPrototypeOf(at)) {
      if (Object.hasOwn(at, name) && !Reflect.deleteProperty(at, name)) {
        Reflect.defineProperty(at, name, { value: undefined, writable: false });
      }
    }
  };
  for (const name of names(GLOBALS)) takeAway(window, name);
  for (const name of names(ON_NAVIGATOR)) takeAway(navigator, name);
  for (const name of names(ON_DOCUMENT)) takeAway(document, name);

  // ---- 2. What may be drawn ----------------------------------------------------------------------------------

  const MAX_OPS = 50000; // in one message
  const MAX_NODES = 200000;
  const MAX_TEXT = 10000; // characters in one text node or attribute
  const MAX_ALL_TEXT = 32 * 1024 * 1024;
  const MAX_DEPTH = 48;
  const MAX_WATCHED = 8;
  const MAX_FILES = 128; // offered for saving at once
  const MAX_SAVE = 512 * 1024 * 1024; // bytes in one of them
  const FILE_NAME = /^[a-z0-9][a-z0-9_-]{0,59}\.(csv|json|xlsx)$/;

  const ELEMENTS = new Set(names(`abbr article button caption code dd details div dl dt em fieldset figcaption
      figure footer h1 h2 h3 h4 header hr input label legend li main mark nav ol optgroup option output p pre
      progress section select small span strong summary table tbody td tfoot th thead time tr ul`));
  const SVG = 'http://www.w3.org/2000/svg';
  const SHAPES = new Set(names('circle desc g line path polyline rect svg text title tspan'));
  const EVENTS = new Set(names('change click drop focusin input keydown toggle'));

  const classNames = new Set();
  const collect = (rules) => {
    for (const rule of rules) {
      for (const [, name] of (rule.selectorText ?? '').matchAll(/\.([\w-]+)/g)) classNames.add(name);
      if (rule.cssRules) collect(rule.cssRules);
    }
  };
  for (const sheet of document.styleSheets) collect(sheet.cssRules);

  const like = (pattern) => (value) => pattern.test(value);
  const oneOf = (list, allowed = names(list)) => (value) => allowed.includes(value);

  // name -> is this value harmless? Where the same name means something else on another element, the value is
  // harmless there too. Nothing here can hold an address, a script or a style.
  const ATTRIBUTES = new Map();
  const allow = (list, harmless) => names(list).forEach((name) => ATTRIBUTES.set(name, harmless));
  allow('class', (value) => value.split(' ').every((name) => classNames.has(name)));
  allow('aria-label aria-valuetext placeholder value', () => true);
  allow('checked disabled hidden multiple open readonly required selected', (value) => value === '');
  allow('for id name', like(/^v-[a-z0-9-]{1,60}$/));
  allow('aria-controls aria-describedby aria-errormessage aria-labelledby headers', like(/^v-[a-z0-9-]+( v-[a-z0-9-]+){0,7}$/));
  allow('aria-atomic aria-busy aria-disabled aria-expanded aria-hidden aria-invalid aria-pressed aria-required aria-selected',
      oneOf('true false'));
  allow('aria-current', oneOf('page step true false'));
  allow('aria-live', oneOf('polite assertive off'));
  allow('aria-sort', oneOf('ascending descending none'));
  allow('role', oneOf(`alert group img list listitem none presentation progressbar region row rowheader cell search separator
      status tab tablist tabpanel table`));
  allow('lang', oneOf('nl en'));
  allow('tabindex', oneOf('0 -1'));
  allow('type', oneOf('text number date search checkbox radio file'));
  allow('accept', like(/^\.[a-z]{2,5}(,\.[a-z]{2,5}){0,9}$/));
  allow('inputmode', oneOf('text numeric decimal search'));
  allow('min max', like(/^[\d-]{1,10}$/));
  allow('aria-posinset aria-setsize maxlength', like(/^\d{1,7}$/));
  allow('colspan rowspan', like(/^\d{1,2}$/));
  allow('scope', oneOf('row col rowgroup colgroup'));
  allow('datetime', like(/^[\dT:.Z-]{1,30}$/));
  allow('aria-valuemax aria-valuemin aria-valuenow cx cy dx dy height r rx start step width x x1 x2 y y1 y2',
      like(/^-?\d{1,7}(\.\d{1,4})?$/));
  allow('viewBox', like(/^-?\d{1,6}( -?\d{1,6}){3}$/));
  allow('d points', like(/^[MmLlHhVvCcSsQqTtAaZz0-9 ,.-]*$/));
  allow('transform', like(/^((translate|rotate|scale)\([0-9 ,.-]{1,40}\) ?){1,4}$/));

  // ---- 3. The document as the worker knows it -------------------------------------------------------------------

  const root = document.getElementById('wortel');
  let nodes = new Map(); // id -> node
  let facts = new Map(); // node -> { id, depth, listens: Set | null }
  let watched = new Set(); // elements of which the worker is told where they are
  let allText = 0;

  const refuse = (reason) => { throw new Error(reason); };
  const check = (good, reason) => good || refuse(reason);
  const isText = (value) => typeof value === 'string' && value.length <= MAX_TEXT;
  const known = (id) => nodes.get(id) ?? refuse('onbekend nummer');
  const knownChild = (id) => (id === 0 ? refuse('de wortel blijft') : known(id));
  const element = (id) => (known(id).nodeType === 1 ? known(id) : refuse('geen element'));

  const place = (node, id, parentId, beforeId) => {
    check(Number.isInteger(id) && id > 0 && id < 2 ** 31 && !nodes.has(id), 'nummer ongeldig of in gebruik');
    check(nodes.size < MAX_NODES, 'te veel elementen');
    const parent = element(parentId);
    const depth = facts.get(parent).depth + 1;
    check(depth <= MAX_DEPTH, 'te diep');
    const before = beforeId === 0 ? null : known(beforeId);
    check(!before || before.parentNode === parent, 'verkeerde plaats');
    parent.insertBefore(node, before);
    nodes.set(id, node);
    facts.set(node, { id, depth, listens: null });
  };
  const count = (difference) => {
    check(allText + difference <= MAX_ALL_TEXT, 'te veel tekst');
    allText += difference;
  };
  const forget = (node) => {
    for (const child of node.childNodes) forget(child);
    const fact = facts.get(node);
    if (!fact) return node; // the text that `value` of an <output> or <option> makes is not the worker's
    if (node.nodeType === 3) allText -= node.data.length;
    nodes.delete(fact.id);
    facts.delete(node);
    watched.delete(node);
    return node;
  };

  const setAttribute = (node, name, value) => {
    const harmless = typeof name === 'string' ? ATTRIBUTES.get(name) : undefined;
    check(harmless, 'attribuut niet toegestaan');
    check(value === null || (isText(value) && harmless(value)), 'waarde niet toegestaan');
    check(node !== root && (name !== 'type' || node.localName === 'input'), 'attribuut niet toegestaan');
    // What a person sees in a field is its property; the attribute is only where it starts.
    if (name === 'checked' || name === 'selected') node[name] = value !== null;
    else if (name === 'value' && (node.localName === 'input' || node.localName === 'select')) {
      if (node.value !== (value ?? '')) node.value = value ?? '';
    } else if (value === null) node.removeAttribute(name);
    else node.setAttribute(name, value);
  };

  const OPS = new Map(Object.entries({
    make: [4, (id, parentId, beforeId, tag) => {
      check(typeof tag === 'string', 'element niet toegestaan');
      const shape = tag.startsWith('svg:') && SHAPES.has(tag.slice(4));
      check(shape || ELEMENTS.has(tag), 'element niet toegestaan');
      const node = shape ? document.createElementNS(SVG, tag.slice(4)) : document.createElement(tag);
      if (tag === 'button') node.type = 'button';
      if (tag === 'input') { // nothing typed here is sent to a spelling service or kept for another time
        node.spellcheck = false;
        node.autocomplete = 'off';
      }
      place(node, id, parentId, beforeId);
    }],
    text: [4, (id, parentId, beforeId, data) => {
      check(isText(data), 'tekst ongeldig');
      count(data.length);
      place(document.createTextNode(data), id, parentId, beforeId);
    }],
    set: [2, (id, data) => {
      const node = known(id);
      check(node.nodeType === 3 && isText(data), 'tekst ongeldig');
      count(data.length - node.data.length);
      node.data = data;
    }],
    attr: [3, (id, name, value) => setAttribute(element(id), name, value)],
    listen: [3, (id, type, on) => {
      check((EVENTS.has(type) || type === 'scroll') && typeof on === 'boolean', 'gebeurtenis niet toegestaan');
      const node = element(id);
      const heard = type === 'scroll' ? watched : (facts.get(node).listens ??= new Set());
      heard[on ? 'add' : 'delete'](type === 'scroll' ? node : type);
      check(watched.size <= MAX_WATCHED, 'te veel te volgen');
    }],
    move: [2, (id, beforeId) => {
      const node = knownChild(id);
      const before = beforeId === 0 ? null : known(beforeId);
      check(!before || before.parentNode === node.parentNode, 'verkeerde plaats');
      node.parentNode.insertBefore(node, before);
    }],
    remove: [1, (id) => forget(knownChild(id)).remove()],
    focus: [1, (id) => element(id).focus()],
  }));

  // Draws one message. Focus survives: an element that was moved has it back, and when it was removed the
  // heading of the screen takes it.
  const draw = (ops) => {
    check(Array.isArray(ops) && ops.length <= MAX_OPS, 'bericht ongeldig');
    const focused = document.activeElement;
    const inside = root.contains(focused);
    try {
      for (const op of ops) {
        const [arity, run] = (Array.isArray(op) && OPS.get(op[0])) || refuse('opdracht onbekend');
        check(op.length === arity + 1, 'opdracht ongeldig');
        run(...op.slice(1));
      }
    } finally {
      if (inside && !root.contains(document.activeElement)) {
        (focused.isConnected ? focused : root.querySelector('h1'))?.focus({ preventScroll: focused.isConnected });
      }
      look();
    }
  };

  // ---- 4. The kernel's own words: from the text table, which the build puts into the document ----------------------

  const texts = JSON.parse(document.getElementById('tekst').textContent);
  const notice = document.getElementById('weigering');
  const other = document.getElementById('taal');
  let language = 'nl';
  let said = ['', {}]; // what the notice says
  const words = (name, values = {}) =>
      texts[language][name].replace(/\{(\w+)\}/g, (_, key) => texts[language].redenen[values[key]] ?? values[key]);
  const say = (name, values = {}) => {
    said = [name, values];
    notice.hidden = name === '';
    notice.classList.toggle('vk-bericht', name === 'vergeten');
    notice.textContent = name && words(name, values);
  };
  const speak = (chosen) => {
    language = chosen;
    document.documentElement.lang = language;
    other.lang = language === 'nl' ? 'en' : 'nl';
    for (const node of document.querySelectorAll('[data-t]')) node.textContent = words(node.dataset.t);
    say(...said);
  };

  // ---- 5. The worker ---------------------------------------------------------------------------------------------

  let source = null; // { werker, module }: code as text and, a moment later, the module; from the shell
  let shell = null; // MessagePort
  let worker = null;
  let refusals = 0;

  const exactly = (message, keys) =>
      Object.keys(message).length === keys.length && keys.every((key) => Object.hasOwn(message, key));
  const obey = (message) => {
    check(message !== null && typeof message === 'object', 'bericht ongeldig');
    if (message.t === 'teken' && exactly(message, ['t', 'ops'])) return draw(message.ops);
    if (message.t === 'druk_af' && exactly(message, ['t'])) {
      check(!activation || activation.isActive, 'afdrukken zonder klik');
      printPage(); // comes back when the dialog is closed
      return worker.postMessage({ t: 'afgedrukt' });
    }
    if (message.t === 'bewaar' && exactly(message, ['t', 'bestanden'])) {
      const { bestanden } = message;
      check(Array.isArray(bestanden) && bestanden.length <= MAX_FILES, 'bestanden ongeldig');
      for (const file of bestanden) {
        check(file !== null && typeof file === 'object' && exactly(file, ['naam', 'bytes']), 'bestand ongeldig');
        check(typeof file.naam === 'string' && FILE_NAME.test(file.naam), 'bestandsnaam ongeldig');
        check(file.bytes instanceof ArrayBuffer && file.bytes.byteLength <= MAX_SAVE, 'bestand ongeldig');
      }
      return shell.postMessage({ t: 'bewaar', bestanden }, bestanden.map(({ bytes }) => bytes));
    }
    return refuse('bericht onbekend');
  };

  let address = ''; // the only one that the policy below lets through
  const createScriptURL = (url) => (url === address ? url : refuse('adres'));
  const policy = window.trustedTypes?.createPolicy('wk', { createScriptURL });

  const start = () => {
    worker?.terminate();
    root.replaceChildren();
    nodes = new Map([[0, root]]);
    facts = new Map([[root, { id: 0, depth: 0, listens: null }]]);
    watched = new Set();
    allText = 0;
    say('');
    address = createObjectURL(new NativeBlob([source.werker], { type: 'text/javascript' }));
    const started = new NativeWorker(policy ? policy.createScriptURL(address) : address);
    worker = started;
    setTimeout(revokeObjectURL, 10000, address);
    started.onmessage = ({ data }) => {
      if (worker !== started) return;
      try {
        obey(data);
      } catch (error) {
        say('geweigerd', { reden: error.message, keer: ++refusals });
      }
    };
    started.onerror = () => void (worker === started && say('gestopt'));
    const beleid = document.querySelector('meta[http-equiv]').content;
    source.module.then((module) => started.postMessage({ t: 'start', module, beleid, taal: language }));
  };

  // ---- 6. What the person does ------------------------------------------------------------------------------------

  const KEYS = new Set(names('Enter Escape ArrowUp ArrowDown ArrowLeft ArrowRight Home End'));

  const pass = (event) => {
    if (notice.classList.contains('vk-bericht')) say('');
    for (let at = event.target; at && at !== root.parentNode; at = at.parentNode) {
      if (!facts.get(at)?.listens?.has(event.type)) continue;
      const message = { t: 'gebeurtenis', id: facts.get(at).id, type: event.type };
      if (event.type === 'keydown' && !KEYS.has((message.toets = event.key))) return;
      if (event.type === 'toggle') message.open = at.open === true;
      if (event.type === 'drop') message.bestanden = [...event.dataTransfer.files];
      else if (at.type === 'file') message.bestanden = [...at.files];
      else if ('value' in at && at.localName !== 'button') message.waarde = String(at.value);
      if ('checked' in at) message.aan = at.checked;
      worker.postMessage(message);
      if (event.type === 'change' && at.type === 'file') at.value = ''; // so that the same file can be chosen again
      return;
    }
  };
  for (const type of EVENTS) root.addEventListener(type, pass, true);

  // Where the watched elements are in the window, once per frame: what the worker needs to draw only the part of a
  // long list that is in sight.
  let looking = false;
  const look = () => {
    if (looking || watched.size === 0) return;
    looking = true;
    requestAnimationFrame(() => {
      looking = false;
      for (const node of watched) {
        const { top: boven, height: lengte } = node.getBoundingClientRect();
        worker.postMessage({ t: 'gebeurtenis', id: facts.get(node).id, type: 'scroll', boven, lengte, beeld: innerHeight });
      }
    });
  };
  for (const type of ['scroll', 'resize']) window.addEventListener(type, look, { passive: true });

  // A file dropped beside the right place must not be opened by the browser.
  for (const type of ['dragover', 'drop']) window.addEventListener(type, (event) => event.preventDefault());

  document.getElementById('overslaan').addEventListener('click', () => root.querySelector('h1')?.focus());

  // «Vergeet alles» is the kernel's own: it works also when the worker does not answer.
  const wipe = document.getElementById('vergeet');
  const disarm = () => {
    wipe.textContent = words('vergeet');
    wipe.classList.remove('vk-vergeet--zeker');
  };
  wipe.addEventListener('blur', disarm);
  wipe.addEventListener('click', () => {
    if (wipe.classList.toggle('vk-vergeet--zeker')) return void (wipe.textContent = words('zeker'));
    disarm();
    shell.postMessage({ t: 'leeg' });
    start();
    say('vergeten');
  });

  other.addEventListener('click', () => {
    speak(other.lang);
    shell.postMessage({ t: 'taal', taal: language });
    worker.postMessage({ t: 'taal', taal: language });
  });

  const receiveStart = (event) => {
    if (event.source !== window.parent || event.ports.length !== 1) return;
    window.removeEventListener('message', receiveStart);
    let arrived;
    source = { werker: String(event.data), module: new Promise((resolve) => { arrived = resolve; }) };
    shell = event.ports[0];
    shell.onmessage = ({ data }) => {
      if (data?.t === 'module') arrived(String(data.module));
      if (data?.t === 'bewaard') worker.postMessage({ t: 'bewaard', naam: String(data.naam) });
    };
    speak(language);
    start();
  };
  window.addEventListener('message', receiveStart);
})();
