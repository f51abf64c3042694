package org.dailybriefing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** One direction, one library in one room, and names that say what things are. */
@AnalyzeClasses(packages = "org.dailybriefing", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** A package uses only packages before it. */
    private static final List<String> ORDER = List.of(
            "base",
            "edition",
            "mail",
            "feed",
            "beat",
            "story",
            "topic",
            "issue",
            "render",
            "subscriber",
            "delivery",
            "ops");

    private static final List<String> DOORS = List.of("site", "desk", "cli", "schedule", "demo");

    @ArchTest
    static final ArchRule packages_use_only_what_stands_before_them = direction();

    private static ArchRule direction() {
        var layers = Architectures.layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String room : ORDER) {
            layers = layers.layer(room).definedBy("org.dailybriefing." + room + "..");
        }
        for (String door : DOORS) {
            layers = layers.layer(door).definedBy("org.dailybriefing." + door + "..");
        }
        for (int i = 0; i < ORDER.size(); i++) {
            List<String> after = new ArrayList<>(ORDER.subList(i + 1, ORDER.size()));
            after.addAll(DOORS);
            layers = layers.whereLayer(ORDER.get(i)).mayOnlyBeAccessedByLayers(after.toArray(String[]::new));
        }
        for (String door : DOORS) {
            layers = layers.whereLayer(door).mayNotBeAccessedByAnyLayer();
        }
        return layers;
    }

    @ArchTest
    static final ArchRule no_package_goes_in_circles =
            slices().matching("org.dailybriefing.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule rome_and_http_live_in_feed = only("feed", "com.rometools..", "okhttp3..");

    @ArchTest
    static final ArchRule html_is_read_in_feed_and_render = noClasses()
            .that()
            .resideOutsideOfPackages("org.dailybriefing.feed..", "org.dailybriefing.render..", "org.dailybriefing.demo")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jsoup..");

    @ArchTest
    static final ArchRule jakarta_mail_lives_in_mail = only("mail", "jakarta.mail..", "org.eclipse.angus..");

    @ArchTest
    static final ArchRule signing_and_dns_live_in_mail = only("mail", "org.apache.james..", "org.xbill..");

    @ArchTest
    static final ArchRule thymeleaf_lives_in_render = only("render", "org.thymeleaf..");

    @ArchTest
    static final ArchRule lucene_and_the_language_model_live_in_story =
            only("story", "org.apache.lucene..", "dev.langchain4j..");

    @ArchTest
    static final ArchRule quartz_lives_in_schedule = only("schedule", "org.quartz..");

    @ArchTest
    static final ArchRule picocli_lives_in_cli = only("cli", "picocli..");

    @ArchTest
    static final ArchRule the_web_lives_in_site_and_desk = noClasses()
            .that()
            .resideOutsideOfPackages("org.dailybriefing.site", "org.dailybriefing.desk", "org.dailybriefing.demo")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web..", "org.springframework.security..", "jakarta.servlet..");

    private static ArchRule only(String room, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackages("org.dailybriefing." + room + "..", "org.dailybriefing.demo")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries);
    }

    @ArchTest
    static final ArchRule sql_is_in_stores_and_the_ledger = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Store")
            .and()
            .haveSimpleNameNotEndingWith("Ledger")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.jdbc..");

    @ArchTest
    static final ArchRule the_time_comes_from_the_clock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule names_say_what_things_are =
            classes().should().haveNameNotMatching(".*(Service|Manager|Helper|Util|Utils|Impl|Dto)(\\$.*)?");
}
