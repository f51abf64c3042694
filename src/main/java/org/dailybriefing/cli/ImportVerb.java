package org.dailybriefing.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.edition.Source;
import org.dailybriefing.edition.Source.Ownership;
import org.dailybriefing.edition.SourceList;
import org.dailybriefing.feed.parse.OpmlReader;
import org.dailybriefing.feed.parse.OpmlReader.Opml;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

@Command(name = "import", description = "Add the feeds of an OPML file to the sources of the edition.")
final class ImportVerb extends Verb {

    /** ISO 3166 keeps ZZ free for what has no country. */
    private static final String NO_COUNTRY = "ZZ";

    @Mixin
    private EditionOption edition = new EditionOption();

    @Parameters(paramLabel = "FILE.opml", description = "The list that a feed reader exports.")
    private Path file = Path.of("");

    @Option(
            names = "--country",
            paramLabel = "CODE",
            converter = Country.class,
            description = "Country of all new sources, such as UA.")
    private @Nullable String country;

    @Option(
            names = "--ownership",
            paramLabel = "KIND",
            converter = Kind.class,
            description = "Ownership of all new sources: state, public or private.")
    private @Nullable Ownership ownership;

    @Override
    int run(ApplicationContext program) {
        Edition chosen = edition.edition(program);
        Opml opml = OpmlReader.read(file);
        List<Source> sources = opml.feeds().stream()
                .map(feed -> new Source(
                        feed.name(),
                        feed.url(),
                        country == null ? NO_COUNTRY : country,
                        ownership == null ? Ownership.UNKNOWN : ownership))
                .toList();
        List<Source> added = SourceList.add(chosen, sources);
        opml.skipped().forEach(address -> warn("skipped: " + address + " is no http or https address."));
        print(
                "%s added to %s, %d listed before, %d skipped.",
                counted(added.size(), "source"),
                chosen.folder().resolve("edition.yml"),
                sources.size() - added.size(),
                opml.skipped().size());
        if (!added.isEmpty() && (country == null || ownership == null)) {
            print(
                    "Fill in %s of the new sources in %s.",
                    String.join(" and ", open()), chosen.folder().resolve("edition.yml"));
        }
        return opml.skipped().isEmpty() ? 0 : CommandLineDoor.PARTLY;
    }

    private List<String> open() {
        return Stream.of(country == null ? "country" : "", ownership == null ? "ownership" : "")
                .filter(key -> !key.isEmpty())
                .toList();
    }

    static final class Country implements ITypeConverter<String> {
        @Override
        public String convert(String value) {
            if (!value.matches("[A-Z]{2}")) {
                throw new TypeConversionException("\"" + value + "\" must be two capitals such as UA");
            }
            return value;
        }
    }

    static final class Kind implements ITypeConverter<Ownership> {
        @Override
        public Ownership convert(String value) {
            return Stream.of(Ownership.values())
                    .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(value))
                    .findFirst()
                    .orElseThrow(() ->
                            new TypeConversionException("\"" + value + "\" must be state, public, private or unknown"));
        }
    }
}
