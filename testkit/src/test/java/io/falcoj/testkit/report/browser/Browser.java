package io.falcoj.testkit.report.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium without a window, with a profile of its own. */
final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Path SCREENSHOTS = Path.of("target/screenshots");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** It says that it does not know this Chromium's debugging protocol, which nothing here needs. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Starts it; a machine without it skips the test and says so. */
  static Browser start(Path profile) {
    boolean there = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    Assumptions.assumeTrue(
        there, "skipped: the packages chromium and chromium-driver are not installed");
    SELENIUM.setLevel(Level.SEVERE);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--force-device-scale-factor=1",
        "--user-data-dir=" + profile);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    ChromeDriver driver = new ChromeDriver(service, options);
    driver.manage().timeouts().pageLoadTimeout(PATIENCE).scriptTimeout(PATIENCE);
    return new Browser(driver);
  }

  Browser open(Path page) {
    driver.get(page.toUri().toString());
    return this;
  }

  Browser size(int width, int height) {
    driver.manage().window().setSize(new Dimension(width, height));
    return this;
  }

  WebElement find(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** Elements of which something is seen. */
  List<WebElement> visible(String css) {
    return all(css).stream().filter(WebElement::isDisplayed).toList();
  }

  /** What has the focus. */
  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  /** Presses a key, wherever the focus is. */
  void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  @SuppressWarnings("unchecked")
  <T> T script(String text, Object... arguments) {
    return (T) driver.executeScript(text, arguments);
  }

  /** Asks for a medium or a feature of it, as a user's system does. */
  void media(String medium, String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            medium,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** What assistive technology is told, in the order of reading. */
  List<AxNode> accessibility() {
    JsonNode tree =
        JSON.valueToTree(driver.executeCdpCommand("Accessibility.getFullAXTree", Map.of()));
    Map<String, JsonNode> byId = new HashMap<>();
    tree.get("nodes").forEach(node -> byId.put(node.get("nodeId").asText(), node));
    List<AxNode> nodes = new ArrayList<>();
    Deque<String> ahead = new ArrayDeque<>(List.of(tree.at("/nodes/0/nodeId").asText()));
    while (!ahead.isEmpty()) {
      JsonNode node = byId.get(ahead.pop());
      if (!node.path("ignored").asBoolean()) {
        nodes.add(AxNode.of(node));
      }
      List<String> children = new ArrayList<>();
      node.path("childIds").forEach(child -> children.add(0, child.asText()));
      children.stream().filter(byId::containsKey).forEach(ahead::push);
    }
    return nodes;
  }

  /** Addresses that were asked for since the last call. */
  List<String> requests() {
    List<String> urls = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      try {
        JsonNode message = JSON.readTree(entry.getMessage()).get("message");
        if (message.get("method").asText().equals("Network.requestWillBeSent")) {
          urls.add(message.at("/params/request/url").asText());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return urls;
  }

  /** What the console was told since the last call. */
  List<String> console() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  /** Keeps what is seen, for people. */
  void screenshot(String name) {
    try {
      Files.createDirectories(SCREENSHOTS);
      Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
