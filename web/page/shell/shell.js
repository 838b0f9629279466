// The shell: the outer page. It holds the kernel in a sandboxed frame, hands it the worker's code and the module
// as text, and saves files. It sees no pupil data but the bytes of a file that a person asked to save.
'use strict';
(() => {
  const KINDS = {
    csv: 'text/csv', json: 'application/json',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  };
  const NAME = /^[a-z0-9][a-z0-9_-]{0,59}\.(csv|json|xlsx)$/;
  const MAX_BYTES = 512 * 1024 * 1024;
  const MAX_FILES = 128;

  window.opener = null;
  if (window !== window.top) {
    document.documentElement.remove();
    throw new Error('Verzuimkit laat zich niet in een andere pagina zetten.');
  }

  const byId = (id) => document.getElementById(id);
  const ready = new Map(); // file name -> Blob; what the person may save
  let port = null;
  let texts = null; // the part of the text table that is the shell's and the kernel's, per language
  let said = ['', {}]; // what the bar says

  const words = (name, values = {}) =>
    texts[document.documentElement.lang][name].replace(/\{(\w+)\}/g, (_, key) => values[key]);

  const say = (name, values) => {
    said = [name, values];
    byId('bewaren-stand').textContent = name && words(name, values);
  };

  const stop = () => {
    ready.clear();
    byId('kernel')?.remove();
    document.body.textContent = words('veranderd');
  };

  const save = (name) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(ready.get(name));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    say('gegeven', { naam: name });
    port.postMessage({ t: 'bewaard', naam: name });
  };

  const fileButton = ([name, blob]) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = `${name} (${Math.ceil(blob.size / 1024)} kB)`;
    button.addEventListener('click', (event) => { if (event.isTrusted) save(name); });
    const item = document.createElement('li');
    item.append(button);
    return item;
  };

  const draw = () => {
    byId('bewaren').hidden = ready.size === 0;
    byId('bestanden').replaceChildren(...[...ready].map(fileButton));
    const [naam] = ready.keys();
    byId('alles').textContent = ready.size === 1 ? words('bewaar', { naam }) : words('bewaarAlle', { aantal: ready.size });
    byId('een-voor-een').hidden = ready.size < 2;
  };

  const speak = (language) => {
    document.documentElement.lang = language;
    document.title = words('titel');
    for (const node of document.querySelectorAll('[data-t]')) node.textContent = words(node.dataset.t);
    say(...said);
    draw();
  };

  const receive = ({ data }) => {
    if (data?.t === 'taal' && Object.hasOwn(texts, data.taal)) return speak(data.taal);
    const files = data?.t === 'bewaar' && Array.isArray(data.bestanden) ? data.bestanden : [];
    ready.clear();
    for (const { naam, bytes } of files.slice(0, MAX_FILES)) {
      if (typeof naam !== 'string' || !NAME.test(naam) || !(bytes instanceof ArrayBuffer)) continue;
      if (bytes.byteLength <= MAX_BYTES) ready.set(naam, new Blob([bytes], { type: KINDS[naam.split('.').pop()] }));
    }
    draw();
    if (ready.size === 0) return;
    say('veilig', {});
    byId('bewaren-kop').focus();
  };

  window.addEventListener('load', () => {
    texts = JSON.parse(byId('tekst').textContent);
    speak('nl');
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = receive;
    // The module, which is large, apart: the worker starts while it is on its way.
    byId('kernel').contentWindow.postMessage(byId('werker').textContent, '*', [channel.port2]);
    port.postMessage({ t: 'module', module: byId('module').textContent });
    byId('werker').remove();
    byId('module').remove();
    // The kernel loads once. A second load means that something made the frame go elsewhere.
    byId('kernel').addEventListener('load', stop);
    byId('alles').addEventListener('click', async (event) => {
      if (!event.isTrusted) return;
      for (const name of [...ready.keys()]) {
        if (ready.has(name)) save(name);
        await new Promise((resolve) => setTimeout(resolve, 150)); // browsers drop downloads that come all at once
      }
    });
    byId('klaar').addEventListener('click', () => { ready.clear(); draw(); byId('kernel').focus(); });
    for (const type of ['dragover', 'drop']) window.addEventListener(type, (event) => event.preventDefault());
  }, { once: true });
})();
