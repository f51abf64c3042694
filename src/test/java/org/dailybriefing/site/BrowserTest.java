package org.dailybriefing.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.dailybriefing.FeedServer;
import org.dailybriefing.House;
import org.dailybriefing.Steps;
import org.dailybriefing.issue.DraftStore;
import org.dailybriefing.issue.Entry;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.subscriber.SignedLinks;
import org.dailybriefing.subscriber.SubscriberStore;
import org.dailybriefing.subscriber.SubscriberStore.Subscription;
import org.dailybriefing.subscriber.SubscriberSync;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The pages in a real browser. */
class BrowserTest {

    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final String ISSUE = "/editions/ukraine-talks/2026-03-10";

    @TempDir
    Path folder;

    @TempDir
    Path profile;

    private final FeedServer feeds = new FeedServer();
    private House house;
    private ChromeDriver browser;

    @BeforeEach
    void open() {
        for (Path needed : new Path[] {DRIVER, BROWSER}) {
            assumeTrue(Files.isExecutable(needed), "No browser tests: there is no " + needed + " on this machine.");
        }
        house = Steps.serving(folder, feeds);
        var options = new ChromeOptions()
                .setBinary(BROWSER.toFile())
                .addArguments(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + profile);
        // the driver of this machine, not one from the network
        System.setProperty("webdriver.chrome.driver", DRIVER.toString());
        browser = new ChromeDriver(options);
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.quit();
        }
        if (house != null) {
            house.close();
        }
        feeds.close();
    }

    /** With a viewport of this width, as a phone has it. */
    private void look(String path, int width) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", width < 600));
        browser.get(house.url(path));
        assertThat(number("window.innerWidth")).as("the viewport").isEqualTo(width);
    }

    private long number(String script) {
        return Long.parseLong(String.valueOf(browser.executeScript("return " + script)));
    }

    private Entry lead(Issue issue) {
        return house.get(DraftStore.class).entries(issue.id()).get(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {375, 900})
    void pages_fit_the_screen(int width) {
        Issue issue = Steps.sent(house);
        for (String path : new String[] {"/", ISSUE, "/desk", "/desk/issues/" + issue.id(), "/editions/nowhere"}) {
            look(path, width);
            assertThat(number("document.documentElement.scrollWidth")).as(path).isLessThanOrEqualTo(width);
        }
    }

    @Test
    void from_the_front_page_to_the_issue() {
        Issue issue = Steps.sent(house);
        browser.get(house.url("/"));
        assertThat(browser.findElement(By.tagName("h1")).getText())
                .isEqualTo(house.edition().name());

        browser.findElement(By.cssSelector("a.button")).click();

        assertThat(browser.getCurrentUrl()).isEqualTo(house.url(ISSUE));
        assertThat(browser.findElement(By.tagName("body")).getText())
                .contains(lead(issue).headline());
    }

    @Test
    void one_button_ends_the_subscription() {
        Steps.sent(house);
        browser.get(house.url(
                URI.create(house.get(SignedLinks.class).unsubscribe(1)).getPath()));
        WebElement button = browser.findElement(By.tagName("button"));
        assertThat(button.getText()).isEqualTo(house.edition().wording().leaveButton());
        assertThat(status()).isEqualTo("active");

        button.click();
        new WebDriverWait(browser, Duration.ofSeconds(10)).until(ExpectedConditions.stalenessOf(button));

        assertThat(status()).isEqualTo("ended");
        assertThat(browser.findElements(By.tagName("button"))).isEmpty();
        assertThat(browser.manage().getCookies()).isEmpty();
    }

    @Test
    void preferences_are_set_on_a_phone() {
        house.get(SubscriberSync.class).sync();
        look(URI.create(house.get(SignedLinks.class).preferences(1)).getPath(), 360);
        for (WebElement field : browser.findElements(By.cssSelector("input, select, button"))) {
            assertThat(field.getAccessibleName()).as(field.getTagName()).isNotBlank();
            assertThat(field.getSize().height).as("room for a thumb").isGreaterThanOrEqualTo(44);
        }

        browser.findElement(By.name("name")).clear();
        browser.findElement(By.name("name")).sendKeys("Олена");
        new Select(browser.findElement(By.name("zone"))).selectByValue("America/Argentina/Buenos_Aires");
        assertThat(number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
        WebElement button = browser.findElement(By.tagName("button"));
        button.click();
        new WebDriverWait(browser, Duration.ofSeconds(10)).until(ExpectedConditions.stalenessOf(button));

        assertThat(browser.findElement(By.cssSelector("[role=status]")).getText())
                .isEqualTo(house.edition().wording().preferencesPage().saved());
        assertThat(number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
        assertThat(browser.findElement(By.name("name")).getDomProperty("value")).isEqualTo("Олена");
        assertThat(new Select(browser.findElement(By.name("zone")))
                        .getFirstSelectedOption()
                        .getText())
                .isEqualTo("Argentina, Buenos Aires");
        assertThat(browser.manage().getCookies()).isEmpty();
    }

    private String status() {
        return house.get(SubscriberStore.class)
                .subscription(1)
                .map(Subscription::status)
                .orElseThrow();
    }

    @Test
    void the_desk_shows_the_mail_in_its_frames() {
        Issue issue = Steps.draft(house);
        browser.manage().window().setSize(new Dimension(1400, 900));
        browser.get(house.url("/desk"));
        browser.findElement(By.cssSelector("h3 a")).click();
        assertThat(browser.getCurrentUrl()).isEqualTo(house.url("/desk/issues/" + issue.id()));

        var frames = browser.findElements(By.tagName("iframe"));
        assertThat(frames).hasSize(3);
        for (WebElement frame : frames) {
            browser.switchTo().frame(frame);
            assertThat(browser.findElement(By.tagName("body")).getText().replaceAll("\\s+", " "))
                    .contains(lead(issue).headline());
            browser.switchTo().defaultContent();
        }
    }
}
