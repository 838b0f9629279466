// The shell: the outer page. It holds the kernel in a sandboxed frame, hands it the worker's code and the module
// as text, and saves files. It sees no pupil data but the bytes of a file that a person asked to save.
'use strict';
(() => {
  const KINDS = { csv: 'text/csv', json: 'application/json' };
  const NAME = /^[a-z0-9][a-z0-9_-]{0,59}\.(csv|json)$/;
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

  const stop = (text) => {
    ready.clear();
    byId('kernel')?.remove();
    document.body.textContent = text;
  };

  const save = (name) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(ready.get(name));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    byId('bewaren-stand').textContent = `${name} is aan de browser gegeven om te bewaren.`;
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
    const what = ready.size === 1 ? [...ready.keys()][0] : `alle ${ready.size} bestanden`;
    byId('alles').textContent = `Bewaar ${what}`;
    byId('een-voor-een').hidden = ready.size < 2;
  };

  const receive = ({ data }) => {
    const files = data?.t === 'bewaar' && Array.isArray(data.bestanden) ? data.bestanden : [];
    ready.clear();
    for (const { naam, bytes } of files.slice(0, MAX_FILES)) {
      if (typeof naam !== 'string' || !NAME.test(naam) || !(bytes instanceof ArrayBuffer)) continue;
      if (bytes.byteLength <= MAX_BYTES) ready.set(naam, new Blob([bytes], { type: KINDS[naam.split('.').pop()] }));
    }
    draw();
    if (ready.size === 0) return;
    byId('bewaren-stand').textContent = 'Gegevens van leerlingen horen op een veilige plek.';
    byId('bewaren-kop').focus();
  };

  window.addEventListener('load', () => {
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = receive;
    byId('kernel').contentWindow.postMessage(
        { werker: byId('werker').textContent, module: byId('module').textContent }, '*', [channel.port2]);
    byId('werker').remove();
    byId('module').remove();
    // The kernel loads once. A second load means that something made the frame go elsewhere.
    byId('kernel').addEventListener('load', () => stop('De pagina is gestopt: het venster is van inhoud veranderd.'));
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
