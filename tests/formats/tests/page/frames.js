// Reports on the pages in the frames, as JSON in the element `report`.
addEventListener('load', () => {
  const seen = [...document.querySelectorAll('iframe')].map((frame) => look(frame.contentWindow));
  // The JSON is ASCII without markup, so that nothing in it is escaped when this document is dumped.
  const escaped = (char) => '\\u' + char.charCodeAt(0).toString(16).padStart(4, '0');
  document.getElementById('report').textContent = JSON.stringify(seen).replace(/[^ -~]|[<>&]/g, escaped);
});

function look(view) {
  const root = view.document.documentElement;
  return {
    window_title: view.document.title,
    is_standards_mode: view.document.compatMode === 'CSS1Compat',
    pieces: pieces(root, []),
    background: view.getComputedStyle(view.document.body).backgroundColor,
    contrast: contrast(view),
    width: root.clientWidth,
    content_width: root.scrollWidth,
    requests: view.performance.getEntriesByType('resource').map((entry) => entry.name),
  };
}

// Returns the tree as a flat list.
function pieces(node, list) {
  const last = list[list.length - 1];
  if (node.nodeType === Node.TEXT_NODE && last && 'Text' in last) {
    // The parser splits a long text into several nodes.
    last.Text += node.data;
  } else if (node.nodeType === Node.TEXT_NODE) {
    list.push({ Text: node.data });
  } else if (node.nodeType !== Node.ELEMENT_NODE) {
    list.push({ Other: node.nodeName });
  } else {
    const attributes = [...node.attributes].map((attribute) => [attribute.name, attribute.value]);
    list.push({ Start: [node.localName, attributes.sort()] });
    node.childNodes.forEach((child) => pieces(child, list));
    list.push({ End: node.localName });
  }
  return list;
}

// Returns the lowest contrast between a text and the background (WCAG 2.2, 1.4.3).
function contrast(view) {
  const luminance = (color) => {
    const [r, g, b] = color.match(/[0-9.]+/g).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = luminance(view.getComputedStyle(view.document.body).backgroundColor);
  const ratios = [...view.document.body.querySelectorAll('*')].map((element) => {
    const text = luminance(view.getComputedStyle(element).color);
    return (Math.max(text, behind) + 0.05) / (Math.min(text, behind) + 0.05);
  });
  return Math.min(...ratios);
}
