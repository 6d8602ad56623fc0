// Texts that are seen and have less contrast with what lies behind them than WCAG asks for at level AA.
const numbers = (color) => color.match(/[\d.]+/g).map(Number);
const luminance = (color) => {
  const [r, g, b] = numbers(color).slice(0, 3).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const behind = (element) => {
  for (let node = element; node; node = node.parentElement) {
    const parts = numbers(getComputedStyle(node).backgroundColor);
    if (parts.length < 4 || parts[3] > 0.99) {
      return getComputedStyle(node).backgroundColor;
    }
  }
  return 'rgb(255, 255, 255)';
};
const faint = [];
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const element = texts.currentNode.parentElement;
  if (texts.currentNode.data.trim() === '' || !element.checkVisibility() || element.closest('svg, .unseen')) {
    continue;
  }
  const style = getComputedStyle(element);
  const [light, dark] = [luminance(style.color), luminance(behind(element))].sort((a, b) => b - a);
  const ratio = (light + 0.05) / (dark + 0.05);
  if (ratio < (parseFloat(style.fontSize) >= 24 ? 3 : 4.5)) {
    faint.push(`${texts.currentNode.data.trim().slice(0, 40)}: ${ratio.toFixed(2)}`);
  }
}
return faint;
