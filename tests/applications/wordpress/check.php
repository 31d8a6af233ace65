<?php
/*
 * SPDX-FileCopyrightText: The Tagsmith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lets WordPress judge merges, a rename and deletes in two taxonomies; see ../README.md.
 */

require __DIR__ . '/tagsmith.php';
require __DIR__ . '/model.php';
require __DIR__ . '/blog.php';

/** Writes posts with tags and categories through WordPress; answers with the two models. */
function fill(): array {
	$tags_of = array();
	foreach ( array_slice( file( getenv( 'TAGSMITH_TAGGINGS' ), FILE_IGNORE_NEW_LINES ), 1 ) as $line ) {
		list( $package, $tag ) = explode( ',', $line, 2 );
		// WordPress takes "c++" for "c", whose address is the same.
		if ( ! str_contains( $tag, '+' ) ) {
			$tags_of[ $package ][] = $tag;
		}
	}
	$software   = wp_create_category( 'Software' );
	$games      = wp_create_category( 'Games', $software );
	$strategy   = wp_create_category( 'Strategy', $games );
	$hobbies    = wp_create_category( 'Hobbies' );
	$categories = new Model( 'category', array( 'Uncategorized', 'Software', 'Games', 'Strategy', 'Hobbies' ) );
	$sets       = array(
		array( 'Games' => $games ),
		array( 'Games' => $games, 'Hobbies' => $hobbies ),
		array( 'Strategy' => $strategy ),
		array( 'Uncategorized' => (int) get_option( 'default_category' ) ),
	);
	$tags = new Model( 'post_tag' );
	wp_defer_term_counting( true );
	foreach ( range( 0, 3 ) as $number ) {
		foreach ( $tags_of as $package => $its ) {
			// Each leaves out others, so that it has merges of its own.
			$its  = array_filter( $its, fn( $i ) => $i % 4 !== $number, ARRAY_FILTER_USE_KEY );
			$set  = $sets[ ( $number + count( $its ) ) % 4 ];
			$post = wp_insert_post(
				array(
					'post_title'    => "$package $number",
					'post_content'  => 'About it.',
					'post_status'   => 0 === count( $its ) % 3 ? 'draft' : 'publish',
					'tags_input'    => $its,
					'post_category' => array_values( $set ),
				)
			);
			$tags->terms_of[ $post ]       = $its;
			$categories->terms_of[ $post ] = array_keys( $set );
		}
	}
	wp_defer_term_counting( false );
	wp_insert_term( 'never used', 'post_tag' );
	$tags->names = array_merge( array_keys( $tags->uses() ), array( 'never used' ) );
	return array( $tags, $categories );
}

/**
 * Makes a tag a term of a further taxonomy as well, as WordPress before 4.2 did where the names were
 * the same. Such a term is left where nothing registers the other taxonomy any more, because a
 * plugin is switched off; WordPress then mixes their counts up. Answers with the model of that
 * taxonomy.
 */
function share_term( string $name, int $post ): Model {
	global $wpdb;
	$genres  = new Model( 'genre', array( $name ) );
	$term_id = get_term_by( 'name', $name, 'post_tag' )->term_id;
	$count   = 'publish' === get_post_status( $post ) ? 1 : 0;
	$wpdb->insert( $wpdb->term_taxonomy, array( 'term_id' => $term_id, 'taxonomy' => 'genre', 'count' => $count ) );
	$wpdb->insert( $wpdb->term_relationships, array( 'object_id' => $post, 'term_taxonomy_id' => $wpdb->insert_id ) );
	$genres->terms_of[ $post ] = array( $name );
	return $genres;
}

/** Rows that point at nothing, and taggings that are there twice. */
function agree_rows(): void {
	global $wpdb;
	$nothing = array(
		'taggings of no term'          => "SELECT COUNT(*) FROM $wpdb->term_relationships r LEFT JOIN $wpdb->term_taxonomy t USING (term_taxonomy_id) WHERE t.term_id IS NULL",
		'taxonomies of no term'        => "SELECT COUNT(*) FROM $wpdb->term_taxonomy t LEFT JOIN $wpdb->terms n USING (term_id) WHERE n.term_id IS NULL",
		'terms of no taxonomy'         => "SELECT COUNT(*) FROM $wpdb->terms n LEFT JOIN $wpdb->term_taxonomy t USING (term_id) WHERE t.term_id IS NULL",
		'properties of no term'        => "SELECT COUNT(*) FROM $wpdb->termmeta m LEFT JOIN $wpdb->terms n USING (term_id) WHERE n.term_id IS NULL",
		'children of no term'          => "SELECT COUNT(*) FROM $wpdb->term_taxonomy t LEFT JOIN $wpdb->term_taxonomy p ON p.term_id = t.parent AND p.taxonomy = t.taxonomy WHERE t.parent <> 0 AND p.term_id IS NULL",
		'taggings that are there twice' => "SELECT COUNT(*) - COUNT(DISTINCT object_id, term_taxonomy_id) FROM $wpdb->term_relationships",
	);
	foreach ( $nothing as $what => $query ) {
		expect( (int) $wpdb->get_var( $query ), 0, $what );
	}
}

/** Whether the hierarchy that WordPress has stored is the one it would compute. */
function agree_hierarchy(): void {
	$stored = _get_term_hierarchy( 'category' );
	delete_option( 'category_children' );
	expect( _get_term_hierarchy( 'category' ), $stored, 'the option category_children' );
}

function agree( Model ...$models ): void {
	foreach ( $models as $model ) {
		$model->agree();
	}
	agree_rows();
	agree_hierarchy();
}

/** What a receipt says about taggings: moved, collapsed, removed. */
function counts( array $receipt ): array {
	foreach ( $receipt['references'] as $reference ) {
		if ( 'blog_term_relationships' === $reference['table'] ) {
			return array( $reference['moved'], $reference['collapsed'], $reference['removed'] );
		}
	}
	throw new Disagreement( 'the receipt does not name term_relationships' );
}

function check_reading( Tagsmith $tagsmith, array $vocabulary, Model $tags ): void {
	expect( $vocabulary['preset'], 'wordpress', 'the preset' );
	expect( array_column( $vocabulary['counters'], 'column' ), array( 'count' ), 'the counters' );
	$found = array_column( $tagsmith->run( 'list' )['tags'], 'uses', 'name' );
	$uses  = $tags->uses();
	ksort( $found );
	ksort( $uses );
	expect( $found, $uses, 'tags and uses of list' );
	$unused = array_column( $tagsmith->run( 'list', '--unused' )['tags'], 'name' );
	expect( $unused, array( 'never used' ), 'unused tags' );
	printf( "  inspect and list: %d tags, %d uses, drafts included\n", count( $found ), array_sum( $found ) );
}

function check_merge( Tagsmith $tagsmith, Model $tags, Model $categories ): void {
	$sources = array_slice( $tags->most_used(), 1, 3 );
	$target  = $tags->most_used()[0];
	$genres  = share_term( $sources[0], array_key_first( $tags->terms_of ) );
	add_term_meta( get_term_by( 'name', $sources[1], 'post_tag' )->term_id, 'colour', 'red' );
	$receipt = $tagsmith->run_twice( 'merge', ...array( ...$sources, '--into', $target ) );
	list( $moved, $collapsed ) = $tags->merge( $sources, $target );
	expect( counts( $receipt ), array( $moved, $collapsed, 0 ), 'what the merge counted' );
	agree( $tags, $categories );
	register_taxonomy( 'genre', 'post' );
	agree( $tags, $categories, $genres );
	$slug  = get_term_by( 'name', $target, 'post_tag' )->slug;
	$query = new WP_Query( array( 'tag' => $slug, 'posts_per_page' => -1 ) );
	expect( $query->found_posts, get_term_by( 'slug', $slug, 'post_tag' )->count, "posts at /tag/$slug" );
	expect( array_unique( array_column( $receipt['redirects'], 'to' ) ), array( $slug ), 'redirects' );
	printf( "  merge of %s into %s:\n", implode( ', ', $sources ), $target );
	printf( "    %d moved, %d collapsed; WordPress's lists and counts agree;\n", $moved, $collapsed );
	printf( "    %s stays a term of another taxonomy, with its post\n", $sources[0] );
}

function check_rename( Tagsmith $tagsmith, Model $tags, Model $categories ): void {
	list( , $old, $other ) = $tags->most_used();
	$slug                  = get_term_by( 'name', $old, 'post_tag' )->slug;
	$message               = $tagsmith->refused( 'rename', $old, $other );
	expect( str_contains( $message, 'merge' ), true, "the message offers to merge: $message" );
	$tagsmith->run_twice( 'rename', $old, 'Renamed, ünïcode' );
	$tags->rename( $old, 'Renamed, ünïcode' );
	expect( get_term_by( 'name', 'Renamed, ünïcode', 'post_tag' )->slug, $slug, 'the slug, which a rename keeps' );
	agree( $tags, $categories );
	echo "  rename of $old: the slug stays, WordPress's lists and counts agree\n";
}

function check_delete( Tagsmith $tagsmith, Model $tags, Model $categories ): void {
	$gone = $tags->most_used()[3];
	$tagsmith->refused( 'delete', $gone );
	$receipt = $tagsmith->run_twice( 'delete', $gone, 'never used', '--with-taggings' );
	$tags->remove( 'never used' );
	$expected = $tags->remove( $gone );
	expect( counts( $receipt ), $expected, 'what delete counted' );
	agree( $tags, $categories );
	echo "  delete of $gone: $expected[2] removed, WordPress's lists and counts agree\n";
}

function check_categories( Tagsmith $tagsmith, Model $tags, Model $categories ): void {
	foreach ( array( array( 'merge', 'Uncategorized', '--into', 'Games' ), array( 'delete', 'Uncategorized', '--with-taggings' ) ) as $command ) {
		$message = $tagsmith->refused( ...$command );
		expect( str_contains( $message, 'default' ), true, "the message says why: $message" );
	}
	$receipt = $tagsmith->run_twice( 'merge', 'Games', '--into', 'Hobbies' );
	expect( counts( $receipt ), $categories->merge( array( 'Games' ), 'Hobbies' ), 'what the merge counted' );
	expect( $receipt['children'], 1, 'children that got another parent' );
	agree( $tags, $categories );
	$parent = get_term( get_term_by( 'name', 'Strategy', 'category' )->parent, 'category' );
	expect( $parent->name, 'Hobbies', 'the parent of Strategy' );
	$receipt = $tagsmith->run_twice( 'delete', 'Hobbies', '--with-taggings' );
	expect( counts( $receipt ), $categories->remove( 'Hobbies' ), 'what delete counted' );
	// As WordPress does: no post is left without a category.
	$categories->terms_of = array_map( fn( $its ) => $its ? $its : array( 'Uncategorized' ), $categories->terms_of );
	agree( $tags, $categories );
	expect( get_term_by( 'name', 'Strategy', 'category' )->parent, 0, 'the parent of Strategy' );
	echo "  categories: the default one stays, children follow their parent, the counts agree\n";
}

try {
	list( $tags, $categories ) = fill();
	printf( "WordPress %s on mariadb: %d posts\n", get_bloginfo( 'version' ), count( $tags->terms_of ) );
	agree( $tags, $categories );
	$vocabulary = vocabulary_of( 'post_tag' );
	$tagsmith   = new Tagsmith( $vocabulary['name'] );
	check_reading( $tagsmith, $vocabulary, $tags );
	$tagsmith->run( 'init' );
	check_merge( $tagsmith, $tags, $categories );
	check_rename( $tagsmith, $tags, $categories );
	check_delete( $tagsmith, $tags, $categories );
	check_categories( new Tagsmith( vocabulary_of( 'category' )['name'] ), $tags, $categories );
} catch ( Disagreement $problem ) {
	echo '  ', $problem->getMessage(), "\n";
	exit( 1 );
}
