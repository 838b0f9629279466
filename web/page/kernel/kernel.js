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
//   ['listen', id, type, on]            pass on events of this type, or stop doing so
//   ['move', id, before]                to another place within the same parent
//   ['remove', id]                      with everything in it
//   ['focus', id]
// To the worker           { t: 'start', module, beleid, taal }, { t: 'gebeurtenis', id, type, ... }, { t: 'taal', taal },
//                         { t: 'bewaard', naam }
//
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
  const types = window.trustedTypes;

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
  const MAX_FILES = 128; // offered for saving at once
  const MAX_SAVE = 512 * 1024 * 1024; // bytes in one of them
  const FILE_NAME = /^[a-z0-9][a-z0-9_-]{0,59}\.(csv|json)$/;

  const ELEMENTS = new Set(names(`abbr article button caption code dd details div dl dt em fieldset figcaption
      figure footer h1 h2 h3 h4 header hr input label legend li main mark nav ol optgroup option output p pre
      progress section select small span strong summary table tbody td tfoot th thead time tr ul`));
  const SHAPES = new Set(names('circle desc g line path polyline rect svg text title tspan'));
  const EVENTS = new Set(names('change click drop input keydown toggle'));

  const classNames = new Set();
  const collect = (rules) => {
    for (const rule of rules) {
      for (const [, name] of (rule.selectorText ?? '').matchAll(/\.([\w-]+)/g)) classNames.add(name);
      if (rule.cssRules) collect(rule.cssRules);
    }
  };
  for (const sheet of document.styleSheets) collect(sheet.cssRules);

  const like = (pattern) => (value) => pattern.test(value);
  const oneOf = (text) => {
    const allowed = new Set(names(text));
    return (value) => allowed.has(value);
  };
  const number = like(/^-?\d{1,7}(\.\d{1,4})?$/);
  const flag = (value) => value === '';
  const text = () => true;
  const own = like(/^v-[a-z0-9-]{1,60}$/);
  const owns = like(/^v-[a-z0-9-]{1,60}( v-[a-z0-9-]{1,60}){0,7}$/);
  const yesNo = oneOf('true false');

  // name -> is this value harmless? Where the same name means something else on another element, the value is
  // harmless there too. Nothing here can hold an address, a script or a style.
  const ATTRIBUTES = new Map(Object.entries({
    'class': (value) => value.split(' ').every((name) => classNames.has(name)),
    'id': own, 'for': own, 'headers': owns,
    'lang': oneOf('nl en'), 'hidden': flag, 'tabindex': oneOf('0 -1'), 'open': flag,
    'role': oneOf(`alert group img list listitem none presentation progressbar region row rowheader cell search
        separator status tab tablist tabpanel table`),
    'aria-label': text, 'aria-labelledby': owns, 'aria-describedby': owns, 'aria-controls': owns,
    'aria-errormessage': owns, 'aria-live': oneOf('polite assertive off'), 'aria-atomic': yesNo, 'aria-busy': yesNo,
    'aria-current': oneOf('page step true false'), 'aria-disabled': yesNo, 'aria-expanded': yesNo,
    'aria-hidden': yesNo, 'aria-invalid': yesNo, 'aria-pressed': yesNo, 'aria-required': yesNo,
    'aria-selected': yesNo, 'aria-sort': oneOf('ascending descending none'), 'aria-valuemax': number,
    'aria-valuemin': number, 'aria-valuenow': number, 'aria-valuetext': text,
    'type': oneOf('text number date search checkbox radio file'), 'name': own, 'value': text, 'checked': flag,
    'selected': flag, 'disabled': flag, 'readonly': flag, 'required': flag, 'multiple': flag, 'placeholder': text,
    'accept': like(/^\.[a-z]{2,5}(,\.[a-z]{2,5}){0,9}$/), 'inputmode': oneOf('text numeric decimal search'),
    'min': like(/^[\d-]{1,10}$/), 'max': like(/^[\d-]{1,10}$/), 'step': number, 'maxlength': like(/^\d{1,5}$/),
    'scope': oneOf('row col rowgroup colgroup'), 'colspan': like(/^\d{1,2}$/), 'rowspan': like(/^\d{1,2}$/),
    'start': number, 'datetime': like(/^[\dT:.Z-]{1,30}$/),
    'viewBox': like(/^-?\d{1,6}( -?\d{1,6}){3}$/), 'width': number, 'height': number, 'x': number, 'y': number,
    'x1': number, 'y1': number, 'x2': number, 'y2': number, 'cx': number, 'cy': number, 'r': number, 'rx': number,
    'dx': number, 'dy': number, 'd': like(/^[MmLlHhVvCcSsQqTtAaZz0-9 ,.-]*$/), 'points': like(/^[0-9 ,.-]*$/),
    'transform': like(/^((translate|rotate|scale)\([0-9 ,.-]{1,40}\) ?){1,4}$/),
  }));

  // ---- 3. The document as the worker knows it -------------------------------------------------------------------

  const root = document.getElementById('wortel');
  let nodes = new Map(); // id -> node
  let facts = new Map(); // node -> { id, depth, listens: Set | null }
  let allText = 0;

  const refuse = (reason) => {
    throw new Error(reason);
  };
  const check = (good, reason) => good || refuse(reason);
  const isId = (value) => Number.isInteger(value) && value > 0 && value < 2 ** 31;
  const isText = (value) => typeof value === 'string' && value.length <= MAX_TEXT;
  const known = (id) => nodes.get(id) ?? refuse('onbekend nummer');
  const knownChild = (id) => (id === 0 ? refuse('de wortel blijft') : known(id));
  const element = (id) => {
    const node = known(id);
    return node.nodeType === 1 ? node : refuse('geen element');
  };

  const place = (node, id, parentId, beforeId) => {
    check(isId(id) && !nodes.has(id), 'nummer ongeldig of in gebruik');
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
    if (!fact) return; // the text that `value` of an <output> or <option> makes is not the worker's
    if (node.nodeType === 3) allText -= node.data.length;
    nodes.delete(fact.id);
    facts.delete(node);
  };

  const setAttribute = (node, name, value) => {
    const harmless = typeof name === 'string' ? ATTRIBUTES.get(name) : undefined;
    check(harmless, 'attribuut niet toegestaan');
    check(value === null || (isText(value) && harmless(value)), 'waarde niet toegestaan');
    check(name !== 'type' || node.localName === 'input', 'attribuut niet toegestaan');
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
      const node = shape ? document.createElementNS('http://www.w3.org/2000/svg', tag.slice(4)) :
          document.createElement(tag);
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
    attr: [3, (id, name, value) => {
      check(id !== 0, 'de wortel blijft');
      setAttribute(element(id), name, value);
    }],
    listen: [3, (id, type, on) => {
      check(EVENTS.has(type) && typeof on === 'boolean', 'gebeurtenis niet toegestaan');
      const fact = facts.get(element(id));
      fact.listens ??= new Set();
      if (on) fact.listens.add(type);
      else fact.listens.delete(type);
    }],
    move: [2, (id, beforeId) => {
      const node = knownChild(id);
      const before = beforeId === 0 ? null : known(beforeId);
      check(!before || before.parentNode === node.parentNode, 'verkeerde plaats');
      node.parentNode.insertBefore(node, before);
    }],
    remove: [1, (id) => {
      const node = knownChild(id);
      forget(node);
      node.remove();
    }],
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
    }
  };

  // ---- 4. The kernel's own words: from the text table, which the build puts into the document ----------------------

  const texts = JSON.parse(document.getElementById('tekst').textContent);
  const notice = document.getElementById('weigering');
  const other = document.getElementById('taal');
  let language = 'nl';
  let said = ['', {}]; // what the notice says
  const words = (name, values = {}) => texts[language][name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
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

  let source = null; // { werker, module }: code and module as text, from the shell
  let shell = null; // MessagePort
  let worker = null;
  let refusals = 0;

  const exactly = (message, keys) => {
    const found = Object.keys(message);
    return found.length === keys.length && keys.every((key) => found.includes(key));
  };
  const obey = (message) => {
    check(message !== null && typeof message === 'object', 'bericht ongeldig');
    if (message.t === 'teken' && exactly(message, ['t', 'ops'])) return draw(message.ops);
    if (message.t === 'druk_af' && exactly(message, ['t'])) {
      check(!activation || activation.isActive, 'afdrukken zonder klik');
      return printPage();
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
  const policy = types?.createPolicy('wk', { createScriptURL: (url) => (url === address ? url : refuse('adres')) });

  const start = () => {
    worker?.terminate();
    root.replaceChildren();
    nodes = new Map([[0, root]]);
    facts = new Map([[root, { id: 0, depth: 0, listens: null }]]);
    allText = 0;
    say('');
    address = createObjectURL(new NativeBlob([source.werker], { type: 'text/javascript' }));
    const started = new NativeWorker(policy ? policy.createScriptURL(address) : address);
    worker = started;
    revokeLater(address);
    started.onmessage = ({ data }) => {
      if (worker !== started) return;
      try {
        obey(data);
      } catch (error) {
        refusals += 1;
        say('geweigerd', { reden: error.message, keer: refusals });
      }
    };
    started.onerror = () => {
      if (worker === started) say('gestopt');
    };
    const meta = document.querySelector('meta[http-equiv]');
    started.postMessage({ t: 'start', module: source.module, beleid: meta.content, taal: language });
  };
  const revokeLater = (url) => setTimeout(() => revokeObjectURL(url), 10000);

  // ---- 6. What the person does ------------------------------------------------------------------------------------

  const KEYS = new Set(names('Enter Escape ArrowUp ArrowDown ArrowLeft ArrowRight Home End'));

  const pass = (event) => {
    if (notice.classList.contains('vk-bericht')) say('');
    for (let at = event.target; at && at !== root.parentNode; at = at.parentNode) {
      const fact = facts.get(at);
      if (!fact?.listens?.has(event.type)) continue;
      const message = { t: 'gebeurtenis', id: fact.id, type: event.type };
      if (event.type === 'keydown') {
        if (!KEYS.has(event.key)) return;
        message.toets = event.key;
      }
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
    source = { werker: String(event.data.werker), module: String(event.data.module) };
    shell = event.ports[0];
    shell.onmessage = ({ data }) => {
      if (data?.t === 'bewaard') worker.postMessage({ t: 'bewaard', naam: String(data.naam) });
    };
    speak(language);
    start();
  };
  window.addEventListener('message', receiveStart);
})();
